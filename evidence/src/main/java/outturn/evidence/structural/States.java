package outturn.evidence.structural;

/// Covariance of level and season, and how a period changes it: the part of the Kalman filter that
/// does not look at values.
///
/// It begins exactly diffuse: the covariance is `finite` + k `diffuse` with k without bound.
/// Koopman, *Exact Initial Kalman Filtering and Smoothing for Nonstationary Time Series Models*,
/// JASA 92 (1997), 1630-1638; Durbin, Koopman, *Time Series Analysis by State Space Methods*
/// (2012), 5.2.
final class States {
  private final Variances variances;
  private final double[][] finite;
  private final double[][] diffuse;

  /// States about which nothing has been observed yet.
  private int unknown;

  States(int size, Variances variances) {
    this.variances = variances;
    this.finite = new double[size][size];
    this.diffuse = new double[size][size];
    for (int i = 0; i < size; i++) {
      diffuse[i][i] = 1;
    }
    this.unknown = size;
  }

  /// An observation of level plus season, the first two states.
  Surprise observe() {
    double[] known = seen(finite);
    double variance = sum(known) + variances.noise();
    double[] open = seen(diffuse);
    double openVariance = sum(open);
    if (unknown > 0 && openVariance > 1e-9) {
      unknown--;
      settle(known, variance, open, openVariance);
      return new Surprise(scaled(open, 1 / openVariance), openVariance, Surprise.Kind.DIFFUSE);
    }
    subtract(finite, known, known, 1 / variance);
    return new Surprise(scaled(known, 1 / variance), variance, Surprise.Kind.FINITE);
  }

  private void settle(double[] known, double variance, double[] open, double openVariance) {
    subtract(finite, known, open, 1 / openVariance);
    subtract(finite, open, known, 1 / openVariance);
    subtract(finite, open, open, -variance / (openVariance * openVariance));
    subtract(diffuse, open, open, 1 / openVariance);
  }

  /// Covariance of the states with what is observed.
  private static double[] seen(double[][] covariance) {
    double[] seen = new double[covariance.length];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = observed(covariance[i]);
    }
    return seen;
  }

  private static double sum(double[] seen) {
    return observed(seen);
  }

  /// What of the states is observed: level and present season.
  static double observed(double[] states) {
    return states.length > 1 ? states[0] + states[1] : states[0];
  }

  /// The next period: the level stays, the season moves on.
  void advance() {
    move(finite);
    if (unknown > 0) {
      move(diffuse);
    }
    finite[0][0] += variances.level();
    if (finite.length > 1) {
      finite[1][1] += variances.season();
    }
  }

  private static void move(double[][] covariance) {
    for (double[] row : covariance) {
      advance(row);
    }
    double[] column = new double[covariance.length];
    for (int j = 0; j < column.length; j++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = covariance[i][j];
      }
      advance(column);
      for (int i = 0; i < column.length; i++) {
        covariance[i][j] = column[i];
      }
    }
  }

  /// States of the next period: the seasons of a cycle add up to 0.
  static void advance(double[] states) {
    double next = 0;
    for (int i = states.length - 1; i > 0; i--) {
      next -= states[i];
      states[i] = states[i - 1];
    }
    if (states.length > 1) {
      states[1] = next;
    }
  }

  private static void subtract(double[][] from, double[] a, double[] b, double times) {
    for (int i = 0; i < a.length; i++) {
      double share = times * a[i];
      for (int j = 0; j < b.length; j++) {
        from[i][j] -= share * b[j];
      }
    }
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = factor * values[i];
    }
    return scaled;
  }
}
