package outturn.evidence.bsts;

import java.util.random.RandomGenerator;

/// Draws of variances whose inverse has a gamma distribution.
final class Gamma {
  private static final int MOST_TRIES = 1000;

  private Gamma() {}

  /// A variance from the posterior of 1/variance ~ gamma(degrees/2, squares/2), at most a bound.
  static double variance(double degrees, double squares, double largest, RandomGenerator random) {
    for (int i = 0; i < MOST_TRIES; i++) {
      double variance = squares / 2 / draw(degrees / 2, random);
      if (variance <= largest) {
        return variance;
      }
    }
    return largest;
  }

  /// A gamma number of scale 1 and shape 1 or more. Marsaglia, Tsang, *A Simple Method for
  /// Generating Gamma Variables*, ACM Transactions on Mathematical Software 26 (2000), 363-372.
  private static double draw(double shape, RandomGenerator random) {
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double v = 1 + c * normal;
      double cube = v * v * v;
      if (v > 0
          && Math.log(random.nextDouble())
              < normal * normal / 2 + d - d * cube + d * Math.log(cube)) {
        return d * cube;
      }
    }
  }
}
