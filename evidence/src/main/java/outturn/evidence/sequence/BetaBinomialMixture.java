package outturn.evidence.sequence;

import org.hipparchus.special.Beta;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;

/// Evidence against a supposed share, from counts that are looked at as often as one likes.
///
/// Howard, Ramdas, McAuliffe, Sekhon, *Time-uniform, Nonparametric, Nonasymptotic Confidence
/// Sequences*, Annals of Statistics 49 (2021), 1055-1080, two-sided beta-binomial mixture, for
/// increments of 1 - share and -share. Assumes independent answers; exact, not asymptotic.
public final class BetaBinomialMixture {
  /// Least precision of the mixture, in units of the variance of one answer.
  private static final double LEAST = 1e-3;

  private final double share;
  private final double counted;
  private final double others;

  private BetaBinomialMixture(double share, double precision) {
    this.share = share;
    this.counted = precision * share;
    this.others = precision * (1 - share);
  }

  /// The mixture against a share that is tightest where the variance of the sum is `variance`.
  ///
  /// @param share the supposed one, between 0 and 1
  public static Answer<BetaBinomialMixture> tuned(double share, double variance, double alpha) {
    if (!(share > 0 && share < 1)) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "A mixture is against a share between 0 and 1, not against %s; a share of exactly 0 or 1 is refuted by one answer."
              .formatted(share));
    }
    double unit = share * (1 - share);
    return NormalMixture.tuned(variance, alpha)
        .then(normal ->
            Answer.found(
                new BetaBinomialMixture(
                    share, Math.max(normal.rho() - unit, LEAST * unit) / unit)));
  }

  /// For a number of answers that the interval is to be sharpest at.
  static BetaBinomialMixture sharpestAt(double share, Tuning tuning) {
    return new BetaBinomialMixture(
        share, Math.max(tuning.sharpestAt() / tuning.scale() - 1, LEAST));
  }

  /// The logarithm of the martingale, which starts at 0.
  ///
  /// @param sum of the increments: counted answers less the expected number
  /// @param variance of the sum: share (1 - share) times the number of answers
  public double logMartingale(double sum, double variance) {
    return ofCounts(variance / (1 - share) + sum, variance / share - sum);
  }

  double ofCounts(double yes, double no) {
    return Beta.logBeta(counted + yes, others + no)
        - Beta.logBeta(counted, others)
        - yes * Math.log(share)
        - no * Math.log1p(-share);
  }

  /// How far above 0 the sum may lie, found by bisection.
  public double bound(double variance, double alpha) {
    double low = 0;
    double high = variance / share;
    double threshold = -Math.log(alpha);
    if (logMartingale(high, variance) < threshold) {
      return high;
    }
    while (high - low > 1e-12 * high) {
      double middle = (low + high) / 2;
      if (logMartingale(middle, variance) < threshold) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
