package outturn.evidence.changepoint;

import java.util.List;
import java.util.stream.IntStream;
import outturn.evidence.series.Series;

/// The values of a series and their regressors, a constant and lags, in the periods that have all.
final class Rows {
  private final int[] used;
  private final double[] y;
  private final double[][] x;

  private Rows(int[] used, double[] y, double[][] x) {
    this.used = used;
    this.y = y;
    this.x = x;
  }

  static Rows of(Series values, List<Integer> lags) {
    int first = lags.stream().mapToInt(Integer::intValue).max().orElse(0);
    int[] used =
        IntStream.range(first, values.size())
            .filter(i ->
                !values.isMissing(i) && lags.stream().noneMatch(lag -> values.isMissing(i - lag)))
            .toArray();
    double[] y = IntStream.of(used).mapToDouble(values::value).toArray();
    double[][] x =
        IntStream.of(used).mapToObj(period -> row(values, lags, period)).toArray(double[][]::new);
    return new Rows(used, y, x);
  }

  private static double[] row(Series values, List<Integer> lags, int period) {
    double[] row = new double[lags.size() + 1];
    row[0] = 1;
    for (int j = 0; j < lags.size(); j++) {
      row[j + 1] = values.value(period - lags.get(j));
    }
    return row;
  }

  /// The period of each row.
  int[] used() {
    return used;
  }

  double[] y() {
    return y;
  }

  /// Per row, the constant first.
  double[][] x() {
    return x;
  }

  int size() {
    return y.length;
  }

  /// Number of coefficients.
  int columns() {
    return x[0].length;
  }

  /// The same with every column but the constant, and the values, less their mean, and over a
  /// common scale: residuals are the same over that scale, and sums of squares lose no digits.
  Rows centred(double scale) {
    double[] means = means();
    double[] centred = new double[size()];
    double[][] regressors = new double[size()][columns()];
    for (int i = 0; i < size(); i++) {
      centred[i] = (y[i] - means[0]) / scale;
      regressors[i][0] = 1;
      for (int j = 1; j < means.length; j++) {
        regressors[i][j] = (x[i][j] - means[j]) / scale;
      }
    }
    return new Rows(used, centred, regressors);
  }

  /// Coefficients of these rows for those of the centred ones.
  double[] natural(double[] centred, double scale) {
    double[] means = means();
    double[] natural = centred.clone();
    natural[0] = means[0] + scale * centred[0];
    for (int j = 1; j < means.length; j++) {
      natural[0] -= centred[j] * means[j];
    }
    return natural;
  }

  /// Of the values, then of each column but the constant.
  private double[] means() {
    double[] means = new double[columns()];
    for (int i = 0; i < size(); i++) {
      means[0] += y[i] / size();
      for (int j = 1; j < means.length; j++) {
        means[j] += x[i][j] / size();
      }
    }
    return means;
  }
}
