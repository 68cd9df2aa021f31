/// Outcomes: an effect for a beneficiary, with its baseline, target and levers.
@NullMarked
package outturn.definition.outcome;

import org.jspecify.annotations.NullMarked;
