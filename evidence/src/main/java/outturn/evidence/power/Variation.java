package outturn.evidence.power;

/// How a measure varies about its level, trend and season.
///
/// @param standardDeviation in the unit of the measure, above 0
/// @param autocorrelation of neighbours, -0.95..0.95
public record Variation(double standardDeviation, double autocorrelation) {}
