package outturn.evidence.sdid;

import java.util.Arrays;
import java.util.stream.IntStream;
import outturn.evidence.panel.Panel;
import outturn.evidence.weights.Fit;
import outturn.evidence.weights.Ridge;
import outturn.evidence.weights.Search;

/// Treated less weighted controls, after less weighted before.
///
/// Arkhangelsky and others (2021), algorithm 1. Weights of controls: their mean moves like the
/// treated before the start, a constant apart, with a ridge of the fourth root of the number of
/// treated cells. Weights of periods: the mean of those before is like that of those after in the
/// controls, a constant apart.
final class WeightedDifference {
  private final Panel panel;
  private final double[] treated;
  private final int[] controls;
  private final int start;
  private final double[] units;
  private final double[] periods;

  /// @param end the periods from it on are not used
  WeightedDifference(
      Panel panel, int[] treated, int[] controls, int start, int end, Search search) {
    double[][] before =
        IntStream.of(controls).mapToObj(j -> values(panel, j, start)).toArray(double[][]::new);
    double[] after = IntStream.of(controls).mapToDouble(j -> panel.mean(j, start, end)).toArray();
    double[] paths = means(panel, treated, end);
    double noise = Ridge.noise(before);
    Ridge ridge = new Ridge(Math.pow((double) treated.length * (end - start), .25), noise);
    Fit ofUnits = new Fit(Arrays.copyOf(paths, start), before, ridge);
    Fit ofPeriods = new Fit(after, transposed(before), new Ridge(Ridge.SMALL, noise));
    this.panel = panel;
    this.controls = controls;
    this.start = start;
    this.treated = paths;
    this.units = search.weights(ofUnits.withConstant());
    this.periods = search.weights(ofPeriods.withConstant());
  }

  private static double[] values(Panel panel, int unit, int to) {
    return IntStream.range(0, to).mapToDouble(t -> panel.value(unit, t)).toArray();
  }

  private static double[] means(Panel panel, int[] units, int to) {
    return IntStream.range(0, to)
        .mapToDouble(
            t -> IntStream.of(units).mapToDouble(i -> panel.value(i, t)).average().orElse(0))
        .toArray();
  }

  private static double[][] transposed(double[][] rows) {
    return IntStream.range(0, rows[0].length)
        .mapToObj(t -> IntStream.range(0, rows.length).mapToDouble(i -> rows[i][t]).toArray())
        .toArray(double[][]::new);
  }

  /// In the order of the controls.
  double[] units() {
    return units.clone();
  }

  /// Of the periods before the start.
  double[] periods() {
    return periods.clone();
  }

  double effect() {
    double[] gaps = gaps();
    double sum = 0;
    for (int t = start; t < gaps.length; t++) {
      sum += gaps[t];
    }
    return sum / (gaps.length - start) - gapBefore(gaps);
  }

  /// The weighted controls, so moved that they meet the treated in the weighted mean before.
  double[] synthetic() {
    double[] gaps = gaps();
    double gap = gapBefore(gaps);
    return IntStream.range(0, gaps.length).mapToDouble(t -> treated[t] - gaps[t] + gap).toArray();
  }

  private double gapBefore(double[] gaps) {
    double sum = 0;
    for (int t = 0; t < periods.length; t++) {
      sum += periods[t] * gaps[t];
    }
    return sum;
  }

  /// Mean of the treated less weighted mean of the controls.
  private double[] gaps() {
    double[] gaps = treated.clone();
    for (int j = 0; j < units.length; j++) {
      for (int t = 0; t < gaps.length; t++) {
        gaps[t] -= units[j] * panel.value(controls[j], t);
      }
    }
    return gaps;
  }
}
