package outturn.evidence.changepoint;

/// Tests of coefficients that never change.
///
/// @param supF the largest F of a single break, over all that leave segments of the least length
/// @param cusum largest of the cumulated residuals of least squares
/// @param recursive largest distance of the recursive estimates from the last
public record StabilityTests(Test supF, Test cusum, Test recursive) {
  /// @param p of a statistic as large if nothing changes; `NaN` where it is not known
  public record Test(double statistic, double p) {}
}
