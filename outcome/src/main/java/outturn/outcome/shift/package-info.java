/// Shifts of measures that ask: what happened here?
@NullMarked
package outturn.outcome.shift;

import org.jspecify.annotations.NullMarked;
