package outturn.engine.play;

/// The normal distribution, quickly.
final class Normal {
  private static final double FURTHEST = 6;
  private static final int STEPS = 3_072;
  private static final double[] BELOW = below();
  private static final double[] QUANTILES = quantiles();

  private Normal() {}

  /// The share below `z`.
  static double below(double z) {
    double place = Math.clamp((z + FURTHEST) * (STEPS / (2 * FURTHEST)), 0, STEPS - 1e-9);
    int at = (int) place;
    return BELOW[at] + (place - at) * (BELOW[at + 1] - BELOW[at]);
  }

  /// The value below which a share `u` stays.
  static double quantile(double u) {
    double place = Math.clamp(u * STEPS, 0, STEPS - 1e-9);
    int at = (int) place;
    return QUANTILES[at] + (place - at) * (QUANTILES[at + 1] - QUANTILES[at]);
  }

  /// The density added up by Simpson's rule.
  private static double[] below() {
    var below = new double[STEPS + 1];
    double width = 2 * FURTHEST / STEPS;
    for (int at = 1; at <= STEPS; at++) {
      double from = -FURTHEST + (at - 1) * width;
      below[at] =
          below[at - 1]
              + width / 6 * (density(from) + 4 * density(from + width / 2) + density(from + width));
    }
    return below;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  private static double[] quantiles() {
    var quantiles = new double[STEPS + 1];
    int at = 0;
    double width = 2 * FURTHEST / STEPS;
    for (int step = 1; step < STEPS; step++) {
      double u = (double) step / STEPS;
      while (BELOW[at + 1] < u) at++;
      quantiles[step] = -FURTHEST + width * (at + (u - BELOW[at]) / (BELOW[at + 1] - BELOW[at]));
    }
    quantiles[0] = quantiles[1] - 1;
    quantiles[STEPS] = quantiles[STEPS - 1] + 1;
    return quantiles;
  }
}
