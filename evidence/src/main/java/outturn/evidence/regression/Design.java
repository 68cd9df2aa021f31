package outturn.evidence.regression;

import java.util.OptionalInt;

/// The regressors of a series at the periods that have a value, with their orthonormal basis.
///
/// The basis comes from Gram-Schmidt done twice (Giraud, Langou, Rozložník, *The loss of
/// orthogonality in the Gram-Schmidt orthogonalization process*, 2005), so that trends and steps
/// over hundreds of periods lose no digits. Fits are made in coordinates of the basis.
public final class Design {
  /// A column of which less than this share is its own is taken to depend on those before it.
  private static final double DEPENDENT = 1e-9;

  private final double[][] columns;
  private final int[] times;
  private final double[][] basis;

  /// Column j is the sum over i of basis i times `triangle[j][i]`.
  private final double[][] triangle;

  private int dependent = -1;

  private Design(double[][] columns, int[] times) {
    this.columns = columns;
    this.times = times;
    this.basis = new double[columns.length][];
    this.triangle = new double[columns.length][columns.length];
  }

  /// @param columns one array per regressor, each with a value per row
  /// @param times the period of each row, ascending; gaps are periods without a row
  /// @throws IllegalArgumentException if lengths differ or times do not ascend
  public static Design of(double[][] columns, int[] times) {
    for (double[] column : columns) {
      if (column.length != times.length) {
        throw new IllegalArgumentException(
            "a column of %d values for %d periods".formatted(column.length, times.length));
      }
    }
    for (int i = 1; i < times.length; i++) {
      if (times[i] <= times[i - 1]) {
        throw new IllegalArgumentException(
            "periods must ascend, but %d follows %d".formatted(times[i], times[i - 1]));
      }
    }
    Design design = new Design(columns, times);
    design.orthogonalise();
    return design;
  }

  private void orthogonalise() {
    for (int j = 0; j < columns.length && dependent < 0; j++) {
      double[] rest = columns[j].clone();
      double length = Math.sqrt(Triangle.dot(rest, rest));
      for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < j; i++) {
          double share = Triangle.dot(basis[i], rest);
          triangle[j][i] += share;
          subtract(rest, share, basis[i]);
        }
      }
      double left = Math.sqrt(Triangle.dot(rest, rest));
      if (!(left > DEPENDENT * length)) {
        dependent = j;
      }
      triangle[j][j] = left;
      basis[j] = scaled(rest, 1 / left);
    }
  }

  /// The first column that is a sum of multiples of those before it; none where all coefficients
  /// can be estimated.
  public OptionalInt dependentColumn() {
    return dependent < 0 ? OptionalInt.empty() : OptionalInt.of(dependent);
  }

  /// Number of periods with a value.
  public int rows() {
    return times.length;
  }

  /// Number of coefficients.
  public int size() {
    return columns.length;
  }

  double[][] basis() {
    if (dependent >= 0) {
      throw new IllegalStateException("column %d depends on those before it".formatted(dependent));
    }
    return basis;
  }

  int[] times() {
    return times;
  }

  /// A linear function of the coefficients as one of the coordinates.
  double[] inBasis(double[] contrast) {
    return Triangle.forward(triangle, contrast);
  }

  /// The coefficients of the columns for coordinates in the basis.
  double[] coefficients(double[] coordinates) {
    return Triangle.backward(triangle, coordinates);
  }

  /// Coordinates of the projection of y, hence its least squares fit.
  double[] project(double[] y) {
    double[] coordinates = new double[basis().length];
    for (int j = 0; j < coordinates.length; j++) {
      coordinates[j] = Triangle.dot(basis[j], y);
    }
    return coordinates;
  }

  /// y less what the coordinates say.
  double[] residuals(double[] y, double[] coordinates) {
    double[] rest = y.clone();
    for (int j = 0; j < coordinates.length; j++) {
      subtract(rest, coordinates[j], basis[j]);
    }
    return rest;
  }

  private static void subtract(double[] from, double times, double[] what) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= times * what[i];
    }
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = values[i] * factor;
    }
    return scaled;
  }

  /// The basis of those coefficients for which a linear function of them is zero: a Householder
  /// reflection takes the function to the first coordinate, which is dropped.
  Design without(double[] contrast) {
    double[] reflector = inBasis(contrast);
    double length = Math.sqrt(Triangle.dot(reflector, reflector));
    reflector[0] += reflector[0] < 0 ? -length : length;
    double scale = 2 / Triangle.dot(reflector, reflector);
    double[][] kept = new double[basis().length - 1][];
    for (int j = 1; j <= kept.length; j++) {
      double[] column = basis[j].clone();
      for (int i = 0; i < basis.length; i++) {
        subtract(column, scale * reflector[j] * reflector[i], basis[i]);
      }
      kept[j - 1] = column;
    }
    return of(kept, times);
  }
}
