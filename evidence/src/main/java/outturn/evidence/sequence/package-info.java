/// Intervals that may be looked at every day: confidence sequences, and the interval of a fixed
/// date beside them.
@NullMarked
package outturn.evidence.sequence;

import org.jspecify.annotations.NullMarked;
