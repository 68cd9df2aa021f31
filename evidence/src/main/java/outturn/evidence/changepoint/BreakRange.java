package outturn.evidence.changepoint;

import java.util.function.DoublePredicate;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// How far the date of a break may be off.
///
/// Bai, *Estimation of a change point in multiple regression models*, Review of Economics and
/// Statistics 79 (1997), 551-563: the distribution of the place of the largest value of a two-sided
/// Brownian motion that drifts down on both sides (his appendix B), where variances and regressors
/// may differ before and after. Assumes independent noise within the segments, and breaks that are
/// small beside it; of large ones the range is too wide rather than too narrow.
final class BreakRange {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /// Ratio of the drifts after and before.
  private final double drift;

  /// Ratio of the variances after and before.
  private final double variance;

  /// Rows per unit of the distribution.
  private final double scale;

  BreakRange(double drift, double variance, double scale) {
    this.drift = drift;
    this.variance = variance;
    this.scale = scale;
  }

  /// @param least least variance of noise, where a fit is exact
  static BreakRange of(Crossed before, Crossed after, double least) {
    double[] change = after.coefficients();
    double[] old = before.coefficients();
    for (int j = 0; j < change.length; j++) {
      change[j] -= old[j];
    }
    double noiseBefore = Math.max(least, before.squares() / before.count());
    double noiseAfter = Math.max(least, after.squares() / after.count());
    double formBefore = Math.max(least, before.form(change) / before.count());
    double formAfter = Math.max(least, after.form(change) / after.count());
    double drift = formAfter / formBefore;
    return new BreakRange(drift, drift * noiseAfter / noiseBefore, noiseBefore / formBefore);
  }

  /// How many rows the last one before the break may lie earlier, with so much probability in
  /// either tail; negative means earlier.
  int earliest(double tail) {
    return -(int) Math.ceil(scale * quantile(1 - tail));
  }

  /// How many rows it may lie later.
  int latest(double tail) {
    return -(int) Math.floor(scale * quantile(tail));
  }

  private double quantile(double probability) {
    boolean positive = probability > cumulative(0);
    DoublePredicate beyond =
        positive ? x -> cumulative(x) >= probability : x -> cumulative(-x) <= probability;
    double high = 1;
    while (!beyond.test(high) && high < 1e9) {
      high *= 2;
    }
    double low = 0;
    for (int i = 0; i < 100 && high - low > 1e-10 * high; i++) {
      double middle = (low + high) / 2;
      if (beyond.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return positive ? high : -high;
  }

  /// Probability that the largest value lies at x or before.
  double cumulative(double x) {
    return x <= 0
        ? side(-x, drift, variance)
        : 1 - side(x * drift * drift / variance, 1 / drift, 1 / variance);
  }

  /// Probability that it lies further than x on the side whose drift and variance are 1/2 and 1,
  /// while those of the other are half the drift and the variance.
  private static double side(double x, double drift, double variance) {
    double ratio = drift / variance;
    double root = Math.sqrt(x);
    double square = (variance + 2 * drift) * (variance + 2 * drift);
    double a = ratio * (1 + ratio) / 2;
    double b = .5 + ratio;
    double c = variance * (variance + 2 * drift) / (drift * (variance + drift));
    double d = square / (drift * (variance + drift));
    double tail = NORMAL.cumulativeProbability(-root / 2);
    // exp(a x) is large where the other factor is small; together they are what both say.
    double product = Math.exp(a * x + logOfTail(b * root));
    double probability =
        (d - 2 + x / 2) * tail - root * Math.exp(-x / 8) / Math.sqrt(2 * Math.PI) - c * product;
    return Math.clamp(probability, 0, 1);
  }

  /// Logarithm of the probability of a normal number above z; far out Mills' ratio.
  private static double logOfTail(double z) {
    if (z < 30) {
      return Math.log(NORMAL.cumulativeProbability(-z));
    }
    double inverse = 1 / (z * z);
    return -z * z / 2
        - Math.log(z)
        - Math.log(2 * Math.PI) / 2
        + Math.log1p(-inverse + 3 * inverse * inverse);
  }
}
