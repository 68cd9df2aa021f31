package outturn.evidence.bsts;

import java.util.List;
import java.util.stream.IntStream;
import outturn.evidence.its.model.Control;
import outturn.evidence.series.Series;

/// A measure and its controls, standardised, and the periods that are used.
final class Prepared {
  private final BstsModel model;
  private final Standard measure;
  private final List<Series> controls;

  Prepared(Series values, BstsModel model) {
    int before = model.intervention().at();
    this.model = model;
    this.measure = Standard.of(values, before);
    this.controls =
        model.controls().stream()
            .map(Control::values)
            .map(control -> Standard.of(control, before).values())
            .toList();
  }

  BstsModel model() {
    return model;
  }

  Standard measure() {
    return measure;
  }

  /// Columns with the intercept; 0 without controls.
  int columns() {
    return controls.isEmpty() ? 0 : controls.size() + 1;
  }

  /// The regressors of a period: 1 and the controls.
  double[] row(int period) {
    double[] row = new double[columns()];
    for (int j = 0; j < row.length; j++) {
      row[j] = j == 0 ? 1 : controls.get(j - 1).value(period);
    }
    return row;
  }

  /// The used periods before the intervention.
  int[] before() {
    return used(0, model.intervention().at());
  }

  /// The used periods after the transition.
  int[] after() {
    return used(
        (int) Math.min(model.intervention().after(), measure.values().size()),
        measure.values().size());
  }

  private int[] used(int from, int to) {
    return IntStream.range(from, to)
        .filter(i ->
            !measure.values().isMissing(i)
                && controls.stream().noneMatch(control -> control.isMissing(i)))
        .toArray();
  }
}
