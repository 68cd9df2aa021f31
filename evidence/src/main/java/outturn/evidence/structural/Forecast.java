package outturn.evidence.structural;

/// The next observation as the filter expects it, regressors left out.
///
/// @param standardDeviation of the observation, not of its mean
public record Forecast(double mean, double standardDeviation) {}
