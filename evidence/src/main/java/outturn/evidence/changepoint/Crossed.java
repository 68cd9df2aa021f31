package outturn.evidence.changepoint;

/// Sums of products of some rows, and the least squares fit that follows from them.
final class Crossed {
  /// A regressor of which less than this share is its own adds nothing.
  private static final double DEPENDENT = 1e-10;

  private final Rows rows;
  private final int k;

  /// Regressors with each other; the last row and column are the values.
  private final double[][] sums;

  private final double[][] factor;
  private int count;

  Crossed(Rows rows) {
    this.rows = rows;
    this.k = rows.columns();
    this.sums = new double[k + 1][k + 1];
    this.factor = new double[k + 1][k + 1];
  }

  static Crossed of(Rows rows, int from, int to) {
    Crossed crossed = new Crossed(rows);
    for (int i = from; i < to; i++) {
      crossed.add(i);
    }
    return crossed;
  }

  void add(int row) {
    double[] x = rows.x()[row];
    double y = rows.y()[row];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        sums[a][b] += x[a] * x[b];
      }
      sums[k][a] += y * x[a];
    }
    sums[k][k] += y * y;
    count++;
  }

  int count() {
    return count;
  }

  /// Residual sum of squares, by the Cholesky factor of the products with the values as the last
  /// column. Golub, Van Loan, *Matrix Computations* (2013), 5.3.2. Dependent regressors count for
  /// nothing.
  double squares() {
    for (int a = 0; a <= k; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = sums[a][b];
        for (int m = 0; m < b; m++) {
          sum -= factor[a][m] * factor[b][m];
        }
        if (a > b) {
          factor[a][b] = factor[b][b] > 0 ? sum / factor[b][b] : 0;
        } else if (a < k) {
          factor[a][a] = sum > DEPENDENT * sums[a][a] ? Math.sqrt(sum) : 0;
        } else {
          return Math.max(0, sum);
        }
      }
    }
    throw new IllegalStateException("no values");
  }

  /// The coefficients; 0 for dependent regressors.
  double[] coefficients() {
    squares();
    double[] coefficients = new double[k];
    for (int a = k - 1; a >= 0; a--) {
      double sum = factor[k][a];
      for (int b = a + 1; b < k; b++) {
        sum -= factor[b][a] * coefficients[b];
      }
      coefficients[a] = factor[a][a] > 0 ? sum / factor[a][a] : 0;
    }
    return coefficients;
  }

  /// d' X'X d.
  double form(double[] d) {
    double sum = 0;
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < a; b++) {
        sum += 2 * d[a] * d[b] * sums[a][b];
      }
      sum += d[a] * d[a] * sums[a][a];
    }
    return sum;
  }

  /// X'X.
  double[][] products() {
    double[][] products = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        products[a][b] = sums[a][b];
        products[b][a] = sums[a][b];
      }
    }
    return products;
  }
}
