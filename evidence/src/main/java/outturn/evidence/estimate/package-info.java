/// What every estimator answers: a value with its uncertainty and its grounds, or why there is
/// none.
@NullMarked
package outturn.evidence.estimate;

import org.jspecify.annotations.NullMarked;
