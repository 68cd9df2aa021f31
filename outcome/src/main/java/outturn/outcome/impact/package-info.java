/// What a change did to a measure: the analysis as it was planned, the checks of it, the grade of
/// the evidence, and what is said of it.
@NullMarked
package outturn.outcome.impact;

import org.jspecify.annotations.NullMarked;
