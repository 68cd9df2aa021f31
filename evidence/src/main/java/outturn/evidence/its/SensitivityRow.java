package outturn.evidence.its;

import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;

/// The average effect by another model of the same data.
///
/// @param name what differs, as in JSON: `without-slope`, `ols`
/// @param average over the used periods after, on the scale of the model, or why it has none
public record SensitivityRow(String name, Answer<Estimate> average) {}
