package outturn.outcome.words;

import java.util.OptionalDouble;
import outturn.definition.measure.Measure;
import outturn.evidence.estimate.Estimate;

/// What an analysis found that a change did to a measure, per period and in its unit.
///
/// @param change as it stands in a sentence: `the seat belt law`
/// @param effect below 0 if the measure fell; may be `NaN` where the grade has no figure
/// @param expected what the measure would have been without the change
/// @param comparedWith `two sites not yet changed`; empty if the level of evidence says enough
public record Impact(
    Measure measure,
    String change,
    Estimate effect,
    OptionalDouble expected,
    String comparedWith) {}
