package outturn.outcome.impact;

import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;

/// The average effect by another way to analyse the same data.
///
/// @param name what differs, as in JSON: `with-slope`
/// @param words the same for people: `with a slope that may change`
/// @param average in the unit of the measure, or why it has none
public record Alternative(String name, String words, Answer<Estimate> average) {}
