package outturn.evidence.structural;

import java.util.List;
import java.util.stream.IntStream;
import outturn.evidence.its.model.Control;
import outturn.evidence.series.Series;

/// The measure and its regressors per period, and the periods in which all have a value.
final class Observations {
  private final Structure structure;
  private final double[][] columns;
  private final int[] used;

  Observations(Series values, Structure structure) {
    this.structure = structure;
    List<Control> regressors = structure.regressors();
    this.columns = new double[1 + regressors.size()][];
    columns[0] = values.toArray();
    for (int j = 0; j < regressors.size(); j++) {
      columns[j + 1] = regressors.get(j).values().toArray();
    }
    this.used = IntStream.range(0, values.size()).filter(this::isUsed).toArray();
  }

  Structure structure() {
    return structure;
  }

  int periods() {
    return columns[0].length;
  }

  /// Number of series, the measure among them.
  int series() {
    return columns.length;
  }

  double value(int series, int period) {
    return columns[series][period];
  }

  int used() {
    return used.length;
  }

  boolean isUsed(int period) {
    for (double[] column : columns) {
      if (Double.isNaN(column[period])) {
        return false;
      }
    }
    return true;
  }

  /// Square root of the sum of squares of the used values.
  double length(int series) {
    return Math.sqrt(
        IntStream.of(used).mapToDouble(i -> columns[series][i] * columns[series][i]).sum());
  }
}
