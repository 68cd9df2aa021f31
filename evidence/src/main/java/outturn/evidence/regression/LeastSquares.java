package outturn.evidence.regression;

import outturn.evidence.series.Series;

/// Ordinary least squares, with the errors of independent noise or those of Newey and West.
public final class LeastSquares {
  private LeastSquares() {}

  /// Assumes independent noise of one variance; t with n - k degrees of freedom. Draper, Smith,
  /// *Applied Regression Analysis* (1998), chapter 5.
  public static Fit fit(Design design, double[] y) {
    double[] coordinates = design.project(y);
    double[] residuals = design.residuals(y, coordinates);
    int free = design.rows() - design.size();
    double variance = Triangle.dot(residuals, residuals) / free;
    double[][] covariance = new double[design.size()][design.size()];
    for (int j = 0; j < covariance.length; j++) {
      covariance[j][j] = variance;
    }
    return new Fit(design, coordinates, covariance, free, noise(residuals, variance));
  }

  /// Errors that allow for correlation up to a lag, with Bartlett weights 1 - j/(lag + 1). Newey,
  /// West, *A Simple, Positive Semi-Definite, Heteroskedasticity and Autocorrelation Consistent
  /// Covariance Matrix*, Econometrica 55 (1987), 703-708. Too small in short series. Only pairs of
  /// rows that are exactly j periods apart count for j.
  public static Fit neweyWest(Design design, double[] y, int lag, SmallSample correction) {
    double[] coordinates = design.project(y);
    double[] residuals = design.residuals(y, coordinates);
    int free = design.rows() - design.size();
    double factor = correction.factor(design.rows(), design.size());
    double[][] covariance = covariance(design, residuals, lag);
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
    double variance = Triangle.dot(residuals, residuals) / free;
    return new Fit(design, coordinates, covariance, free, noise(residuals, variance));
  }

  private static Noise noise(double[] residuals, double variance) {
    Series left = Series.of(residuals);
    return new Noise(left, left, 0, Math.sqrt(variance));
  }

  private static double[][] covariance(Design design, double[] residuals, int lag) {
    int k = design.size();
    int[] times = design.times();
    double[][] sum = new double[k][k];
    for (int i = 0; i < times.length; i++) {
      for (int before = i; before >= 0 && times[i] - times[before] <= lag; before--) {
        double weight = 1 - (times[i] - times[before]) / (lag + 1.0);
        double product = weight * residuals[i] * residuals[before];
        add(sum, design.basis(), i, before, before == i ? product / 2 : product);
      }
    }
    return sum;
  }

  private static void add(double[][] sum, double[][] basis, int i, int before, double product) {
    for (int a = 0; a < sum.length; a++) {
      for (int b = 0; b < sum.length; b++) {
        double crossed = basis[a][i] * basis[b][before] + basis[a][before] * basis[b][i];
        sum[a][b] += product * crossed;
      }
    }
  }
}
