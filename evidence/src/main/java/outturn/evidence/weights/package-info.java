/// Weights that are not negative and add up to 1, so chosen that a weighted mean fits a target.
@NullMarked
package outturn.evidence.weights;

import org.jspecify.annotations.NullMarked;
