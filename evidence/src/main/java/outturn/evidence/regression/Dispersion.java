package outturn.evidence.regression;

/// How counts vary about their mean.
public enum Dispersion {
  /// Variance equal to the mean; normal quantiles.
  POISSON,
  /// Variance a multiple of the mean, estimated by Pearson's X² over n - k; quantiles of t.
  QUASI_POISSON
}
