@NullMarked
package outturn.outcome.gauge;

import org.jspecify.annotations.NullMarked;
