package outturn.evidence.forecast;

/// How the method did at earlier origins, all steps together. `NaN` where there were none.
///
/// @param origins from how many periods it was tried
/// @param residuals forecasts that could be compared
/// @param meanMiss mean absolute error, in the unit of the measure
/// @param mase the same over the mean absolute difference to the value of a cycle ago
/// @param smape symmetric mean absolute percentage error, 0..200
/// @param coverage share of the values that lay in the interval that was given then, 0..1
/// @param pinball mean pinball loss of both ends of these intervals, in the unit of the measure
public record Accuracy(
    int origins,
    int residuals,
    double meanMiss,
    double mase,
    double smape,
    double coverage,
    double pinball) {}
