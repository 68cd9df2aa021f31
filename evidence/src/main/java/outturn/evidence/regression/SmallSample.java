package outturn.evidence.regression;

/// Whether a covariance is enlarged by n/(n - k).
public enum SmallSample {
  NONE,
  /// n/(n - k), as `adjust = TRUE` in R's sandwich.
  ADJUSTED;

  double factor(int rows, int coefficients) {
    return switch (this) {
      case NONE -> 1;
      case ADJUSTED -> rows / (double) (rows - coefficients);
    };
  }
}
