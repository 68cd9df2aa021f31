/// When runs will have ended, and with what chance their deadlines are met.
@NullMarked
package outturn.engine.forecast;

import org.jspecify.annotations.NullMarked;
