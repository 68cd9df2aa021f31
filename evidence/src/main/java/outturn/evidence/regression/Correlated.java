package outturn.evidence.regression;

/// The regressors of a design under one AR(1) correlation: all that fits of any y share.
final class Correlated {
  private final double r;
  private final double[] weights;
  private final double[][] factor;

  /// Of the diagonal of the factor: products are faster than quotients.
  private final double[] inverses;

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
    this.inverses = new double[factor.length];
    double logs = products.logDeterminant(r);
    for (int a = 0; a < factor.length; a++) {
      logs += 2 * Math.log(factor[a][a]);
      inverses[a] = 1 / factor[a][a];
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

  /// Sum of squares under V⁻¹ that the projection leaves; this is the inner loop of all bootstraps.
  ///
  /// @param sums of products of y, for each weight those with all columns
  /// @param into overwritten with the whitened projection of y
  double rest(double[] squares, double[][] sums, double[] into) {
    project(sums, into);
    double rest = 0;
    for (int m = 0; m < weights.length; m++) {
      rest += weights[m] * squares[m];
    }
    for (double part : into) {
      rest -= part * part;
    }
    return rest;
  }

  private void project(double[][] sums, double[] into) {
    for (int a = 0; a < into.length; a++) {
      into[a] = weights[0] * sums[0][a];
    }
    for (int m = 1; m < weights.length; m++) {
      double weight = weights[m];
      double[] column = sums[m];
      for (int a = 0; a < into.length; a++) {
        into[a] += weight * column[a];
      }
    }
    for (int a = 0; a < into.length; a++) {
      double[] row = factor[a];
      double sum = into[a];
      for (int b = 0; b < a; b++) {
        sum -= row[b] * into[b];
      }
      into[a] = sum * inverses[a];
    }
  }

  /// Restricted log-likelihood without constants; `free` is n - k.
  double likelihood(double rest, int free) {
    return -.5 * (free * Math.log(rest) + logDeterminants);
  }
}
