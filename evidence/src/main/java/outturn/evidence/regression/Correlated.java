package outturn.evidence.regression;

/// The regressors of a design under one AR(1) correlation: all that fits of any y share.
final class Correlated {
  private final double r;
  private final double[] weights;
  private final double[][] factor;
  private final double logDeterminants;

  /// @param sums of products of the basis, for each pair of its columns
  Correlated(double r, Ar1Products products, double[][][] sums) {
    this.r = r;
    this.weights = products.weights(r);
    double[][] weighted = new double[sums.length][sums.length];
    for (int a = 0; a < sums.length; a++) {
      for (int b = 0; b <= a; b++) {
        weighted[a][b] = Triangle.dot(weights, sums[a][b]);
      }
    }
    this.factor = Triangle.cholesky(weighted);
    double logs = products.logDeterminant(r);
    for (int a = 0; a < factor.length; a++) {
      logs += 2 * Math.log(factor[a][a]);
    }
    this.logDeterminants = logs;
  }

  double r() {
    return r;
  }

  /// Cholesky factor of X' V⁻¹ X, X the basis.
  double[][] factor() {
    return factor;
  }

  /// The whitened projection of y from its sums of products with each column.
  double[] projection(double[][] sums) {
    double[] right = new double[sums.length];
    for (int a = 0; a < right.length; a++) {
      right[a] = Triangle.dot(weights, sums[a]);
    }
    return Triangle.forward(factor, right);
  }

  /// Sum of squares under V⁻¹ that the projection leaves.
  double rest(double[] squares, double[] projection) {
    return Triangle.dot(weights, squares) - Triangle.dot(projection, projection);
  }

  /// Restricted log-likelihood without constants; `free` is n - k.
  double likelihood(double rest, int free) {
    return -.5 * (free * Math.log(rest) + logDeterminants);
  }
}
