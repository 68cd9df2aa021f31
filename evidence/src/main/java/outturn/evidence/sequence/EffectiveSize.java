package outturn.evidence.sequence;

import outturn.evidence.series.Series;

/// How many independent observations a series is worth when each value resembles the one before.
///
/// n (1 - r) / (1 + r) for a first-order autoregressive series: Bayley, Hammersley, *The
/// 'Effective' Number of Independent Observations in an Autocorrelated Time Series*, Supplement to
/// JRSS 8 (1946), 184-197. A negative correlation is taken as none, so that the size is never above
/// n.
///
/// @param autocorrelation lag 1, in 0..1, corrected for the bias of short series, r + (1 + 3r)/n:
///   Kendall, *Note on Bias in the Estimation of Autocorrelation*, Biometrika 41 (1954), 403-404
public record EffectiveSize(int count, double autocorrelation, double size) {
  private static final double MOST = .95;

  public static EffectiveSize of(Series series) {
    int count = series.count();
    double raw = series.lagOneAutocorrelation();
    double corrected = count == 0 ? 0 : Math.clamp(raw + (1 + 3 * raw) / count, 0, MOST);
    return new EffectiveSize(count, corrected, count * (1 - corrected) / (1 + corrected));
  }

  /// Whether noise without any resemblance would seldom look like this: beyond two of its standard
  /// errors, 2/sqrt(n).
  public boolean isTold() {
    return autocorrelation > 2 / Math.sqrt(count);
  }
}
