package outturn.evidence.its;

import outturn.evidence.series.Series;

/// What is drawn beside the measure, in its unit, for every period of the series.
///
/// On a log scale these are typical values, medians, not means.
///
/// @param fitted missing in the transition
/// @param counterfactual what the model expects without the intervention; from it on only
/// @param lower bound of the interval of each value of the counterfactual
/// @param upper likewise
public record Chart(Series fitted, Series counterfactual, Series lower, Series upper) {}
