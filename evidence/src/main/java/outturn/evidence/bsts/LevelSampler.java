package outturn.evidence.bsts;

import java.util.random.RandomGenerator;

/// Draws the walk of a level given what is left of the measure: forward filtering, backward
/// sampling.
///
/// Carter, Kohn, *On Gibbs sampling for state space models*, Biometrika 81 (1994), 541-553;
/// Frühwirth-Schnatter, Journal of Time Series Analysis 15 (1994), 183-202.
final class LevelSampler {
  private final double start;
  private final double[] means;
  private final double[] variances;

  /// @param start mean of the first level; its variance is 1
  LevelSampler(int periods, double start) {
    this.start = start;
    this.means = new double[periods];
    this.variances = new double[periods];
  }

  /// @param left measure less regression, `NaN` where it is missing
  /// @param noise variance of an observation about the level
  /// @param step variance of a step of the level
  /// @param into overwritten with the level of each period
  void draw(double[] left, double noise, double step, double[] into, RandomGenerator random) {
    double mean = start;
    double variance = 1;
    for (int i = 0; i < left.length; i++) {
      if (!Double.isNaN(left[i])) {
        double gain = variance / (variance + noise);
        mean += gain * (left[i] - mean);
        variance *= 1 - gain;
      }
      means[i] = mean;
      variances[i] = variance;
      variance += step;
    }
    int last = left.length - 1;
    into[last] = means[last] + Math.sqrt(variances[last]) * random.nextGaussian();
    for (int i = last - 1; i >= 0; i--) {
      double back = variances[i] / (variances[i] + step);
      double centre = means[i] + back * (into[i + 1] - means[i]);
      into[i] = centre + Math.sqrt(variances[i] * (1 - back)) * random.nextGaussian();
    }
  }
}
