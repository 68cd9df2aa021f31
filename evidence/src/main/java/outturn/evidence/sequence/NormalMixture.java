package outturn.evidence.sequence;

import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;

/// A bound that a sum of independent noise of mean 0 crosses, on either side and at any time, with
/// a chance of at most alpha.
///
/// Robbins, *Statistical Methods Related to the Law of the Iterated Logarithm*, Annals of
/// Mathematical Statistics 41 (1970), 1397-1409; as in Howard, Ramdas, McAuliffe, Sekhon,
/// *Time-uniform, Nonparametric, Nonasymptotic Confidence Sequences*, Annals of Statistics 49
/// (2021), 1055-1080, two-sided normal mixture. Assumes sub-Gaussian increments of known variance.
///
/// @param rho precision of the mixture, in units of the variance
public record NormalMixture(double rho) {

  /// The mixture whose bound is tightest where the variance of the sum is `variance`.
  public static Answer<NormalMixture> tuned(double variance, double alpha) {
    if (!(variance > 0 && variance < Double.POSITIVE_INFINITY && alpha > 0 && alpha < 1)) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "A mixture is tuned to a variance above 0 at an alpha between 0 and 1, not to %s at %s; give the variance of the sum at the planned review."
              .formatted(variance, alpha));
    }
    double threshold = -2 * Math.log(alpha);
    return Answer.found(new NormalMixture(variance / (threshold + Math.log(1 + threshold))));
  }

  /// How far from 0 the sum may lie.
  ///
  /// @param variance of the sum so far
  public double bound(double variance, double alpha) {
    return Math.sqrt((variance + rho) * (Math.log(1 + variance / rho) - 2 * Math.log(alpha)));
  }

  /// The logarithm of the evidence against noise of mean 0: of its martingale, which starts at 0.
  public double logMartingale(double sum, double variance) {
    return .5 * Math.log(rho / (variance + rho)) + sum * sum / (2 * (variance + rho));
  }
}
