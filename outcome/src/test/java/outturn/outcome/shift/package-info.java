/// Tests of shifts.
@NullMarked
package outturn.outcome.shift;

import org.jspecify.annotations.NullMarked;
