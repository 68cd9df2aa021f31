package outturn.evidence.regression;

/// Cholesky factors and triangular systems of the few coefficients of a regression.
final class Triangle {
  private Triangle() {}

  /// The lower L with L L' = A, for a symmetric positive definite A.
  ///
  /// @throws ArithmeticException if A is not positive definite
  static double[][] cholesky(double[][] a) {
    int k = a.length;
    double[][] l = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int m = 0; m < j; m++) {
          sum -= l[i][m] * l[j][m];
        }
        if (i > j) {
          l[i][j] = sum / l[j][j];
        } else if (sum > 0) {
          l[i][i] = Math.sqrt(sum);
        } else {
          throw new ArithmeticException("not positive definite at " + i);
        }
      }
    }
    return l;
  }

  /// The z with L z = b.
  static double[] forward(double[][] l, double[] b) {
    double[] z = new double[b.length];
    for (int i = 0; i < z.length; i++) {
      double sum = b[i];
      for (int m = 0; m < i; m++) {
        sum -= l[i][m] * z[m];
      }
      z[i] = sum / l[i][i];
    }
    return z;
  }

  /// The x with L' x = z.
  static double[] backward(double[][] l, double[] z) {
    double[] x = z.clone();
    for (int i = x.length - 1; i >= 0; i--) {
      for (int m = i + 1; m < x.length; m++) {
        x[i] -= l[m][i] * x[m];
      }
      x[i] /= l[i][i];
    }
    return x;
  }

  /// The inverse of L L'.
  static double[][] inverse(double[][] l) {
    double[][] inverse = new double[l.length][];
    for (int j = 0; j < l.length; j++) {
      double[] unit = new double[l.length];
      unit[j] = 1;
      inverse[j] = backward(l, forward(l, unit));
    }
    return inverse;
  }

  /// In two sums, which the processor adds side by side.
  static double dot(double[] a, double[] b) {
    double even = 0;
    double odd = 0;
    int pairs = a.length & ~1;
    for (int i = 0; i < pairs; i += 2) {
      even += a[i] * b[i];
      odd += a[i + 1] * b[i + 1];
    }
    return pairs < a.length ? even + odd + a[pairs] * b[pairs] : even + odd;
  }

  /// x' A x.
  static double form(double[][] a, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * dot(a[i], x);
    }
    return sum;
  }
}
