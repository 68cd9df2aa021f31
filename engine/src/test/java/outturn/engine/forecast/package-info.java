/// Tests of when runs will have ended.
@NullMarked
package outturn.engine.forecast;

import org.jspecify.annotations.NullMarked;
