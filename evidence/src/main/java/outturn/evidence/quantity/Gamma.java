package outturn.evidence.quantity;

import java.util.random.RandomGenerator;

/// Gamma numbers of scale 1. Marsaglia, Tsang, *A Simple Method for Generating Gamma Variables*,
/// ACM Transactions on Mathematical Software 26 (2000), 363-372.
public final class Gamma {
  private Gamma() {}

  /// @param shape 1 or more
  static double draw(double shape, RandomGenerator random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      double v = root * root * root;
      if (v > 0) {
        double u = 1 - random.nextDouble();
        if (u < 1 - .0331 * x * x * x * x
            || StrictMath.log(u) < x * x / 2 + d * (1 - v + StrictMath.log(v))) {
          return d * v;
        }
      }
    }
  }

  /// A chi-square number.
  ///
  /// @param degrees of freedom, 2 or more
  public static double chiSquare(double degrees, RandomGenerator random) {
    return 2 * draw(degrees / 2, random);
  }
}
