package outturn.evidence.regression;

import java.util.random.RandomGenerator;

/// Noise of which each value resembles the one before: e(t) = r e(t-1) + innovation. Over a gap of
/// g periods the correlation is r to the power of g.
///
/// Box, Jenkins, *Time Series Analysis* (1970), 3.2.3; for gaps Jones, *Maximum Likelihood Fitting
/// of ARMA Models to Time Series with Missing Observations*, Technometrics 22 (1980), 389-395.
final class Ar1 {
  private Ar1() {}

  /// The innovations, each scaled to the variance of one over a single period.
  static double[] whiten(double[] values, int[] times, double r) {
    double[] white = new double[values.length];
    double single = 1 - r * r;
    if (white.length > 0) {
      white[0] = values[0] * Math.sqrt(single);
    }
    for (int i = 1; i < white.length; i++) {
      double over = power(r, times[i] - times[i - 1]);
      white[i] = (values[i] - over * values[i - 1]) * Math.sqrt(single / (1 - over * over));
    }
    return white;
  }

  /// Draws noise of variance 1 into an array.
  static void draw(double[] into, int[] times, double r, RandomGenerator random) {
    double before = random.nextGaussian();
    into[0] = before;
    double spread = Math.sqrt(1 - r * r);
    for (int i = 1; i < into.length; i++) {
      int gap = times[i] - times[i - 1];
      if (gap == 1) {
        before = r * before + spread * random.nextGaussian();
      } else {
        double over = power(r, gap);
        before = over * before + Math.sqrt(1 - over * over) * random.nextGaussian();
      }
      into[i] = before;
    }
  }

  static double power(double r, int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= r;
    }
    return power;
  }
}
