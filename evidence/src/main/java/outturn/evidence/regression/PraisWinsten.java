package outturn.evidence.regression;

import outturn.evidence.series.Series;

/// Least squares after taking out the correlation of neighbours, estimated from the residuals until
/// it settles.
///
/// Prais, Winsten, *Trend Estimators and Serial Correlation* (Cowles Commission 383, 1954); the
/// correlation is the sum of e(t) e(t-1) over the sum of e(t-1)², over neighbours without a gap.
/// Assumes AR(1) noise. Its errors are too small in short series: for comparison only.
public final class PraisWinsten {
  private static final int MOST_ROUNDS = 200;
  private static final double SETTLED = 1e-10;
  private static final double BOUND = .999;

  private PraisWinsten() {}

  public static Fit fit(Design design, double[] y) {
    double r = 0;
    double[] coordinates = design.project(y);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double next = correlation(design.residuals(y, coordinates), design.times());
      boolean settled = Math.abs(next - r) < SETTLED;
      r = next;
      coordinates = solve(design, y, r);
      if (settled) {
        break;
      }
    }
    return fit(design, y, coordinates, r);
  }

  private static Fit fit(Design design, double[] y, double[] coordinates, double r) {
    double[] residuals = design.residuals(y, coordinates);
    double[] innovations = Ar1.whiten(residuals, design.times(), r);
    int free = design.rows() - design.size();
    double variance = Triangle.dot(innovations, innovations) / free;
    double[][] covariance = Triangle.inverse(factor(design, r));
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= variance;
      }
    }
    Noise noise = new Noise(Series.of(residuals), Series.of(innovations), r, Math.sqrt(variance));
    return new Fit(design, coordinates, covariance, free, noise);
  }

  private static double[] solve(Design design, double[] y, double r) {
    double[][] white = whitened(design, r);
    double[] right = new double[design.size()];
    double[] whiteY = Ar1.whiten(y, design.times(), r);
    for (int j = 0; j < right.length; j++) {
      right[j] = Triangle.dot(white[j], whiteY);
    }
    double[][] factor = factor(design, r);
    return Triangle.backward(factor, Triangle.forward(factor, right));
  }

  private static double[][] factor(Design design, double r) {
    double[][] white = whitened(design, r);
    double[][] products = new double[white.length][white.length];
    for (int a = 0; a < white.length; a++) {
      for (int b = 0; b < white.length; b++) {
        products[a][b] = Triangle.dot(white[a], white[b]);
      }
    }
    return Triangle.cholesky(products);
  }

  private static double[][] whitened(Design design, double r) {
    double[][] white = new double[design.size()][];
    for (int j = 0; j < white.length; j++) {
      white[j] = Ar1.whiten(design.basis()[j], design.times(), r);
    }
    return white;
  }

  private static double correlation(double[] residuals, int[] times) {
    double products = 0;
    double squares = 0;
    for (int i = 1; i < residuals.length; i++) {
      if (times[i] == times[i - 1] + 1) {
        products += residuals[i] * residuals[i - 1];
        squares += residuals[i - 1] * residuals[i - 1];
      }
    }
    return squares > 0 ? Math.clamp(products / squares, -BOUND, BOUND) : 0;
  }
}
