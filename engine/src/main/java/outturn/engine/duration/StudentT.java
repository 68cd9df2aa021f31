package outturn.engine.duration;

/// Quantiles of Student's t for whole degrees of freedom, at the points of a [Sampler].
///
/// The distribution function is the finite sum of Abramowitz and Stegun, *Handbook of Mathematical
/// Functions* (1964), 26.7.3 and 26.7.4; its inverse is found by halving.
final class StudentT {
  /// More than so many degrees are taken for so many.
  static final int MOST = 60;

  private static final int HALVINGS = 48;
  private static final double[][] QUANTILES = table();

  private StudentT() {}

  /// The quantile at the middle of a step of 0..1.
  static double quantile(int degrees, int step) {
    return QUANTILES[Math.clamp(degrees, 1, MOST) - 1][step];
  }

  /// The quantile at `u`, between those of the two nearest steps.
  static double between(int degrees, double u) {
    double place = Math.clamp(u * Sampler.STEPS - 0.5, 0, Sampler.STEPS - 1);
    int below = Math.min((int) place, Sampler.STEPS - 2);
    double low = quantile(degrees, below);
    return low + (place - below) * (quantile(degrees, below + 1) - low);
  }

  private static double[][] table() {
    var table = new double[MOST][Sampler.STEPS];
    for (int degrees = 1; degrees <= MOST; degrees++) {
      for (int step = 0; step < Sampler.STEPS; step++) {
        table[degrees - 1][step] = inverse(degrees, (step + 0.5) / Sampler.STEPS);
      }
    }
    return table;
  }

  private static double inverse(int degrees, double u) {
    double low = -Math.PI / 2;
    double high = Math.PI / 2;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (low + high) / 2;
      if (below(degrees, middle) < u) low = middle;
      else high = middle;
    }
    return Math.tan((low + high) / 2) * Math.sqrt(degrees);
  }

  /// The share below `t`, by the angle whose tangent is t divided by the root of the degrees.
  static double below(int degrees, double angle) {
    double cosine = Math.cos(angle);
    boolean odd = degrees % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = degrees == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
      term *= cosine * cosine * (k - 1) / k;
      sum += term;
    }
    double within = odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    return 0.5 + within / 2;
  }
}
