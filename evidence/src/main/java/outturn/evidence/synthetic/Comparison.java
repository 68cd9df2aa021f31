package outturn.evidence.synthetic;

import java.util.Arrays;
import java.util.stream.IntStream;
import outturn.evidence.panel.Panel;
import outturn.evidence.weights.Fit;
import outturn.evidence.weights.Ridge;

/// A unit against a weighted mean of donors, fitted before a start.
final class Comparison {
  private final Panel panel;
  private final int unit;
  private final int start;
  private final double[] weights;
  private final double[] synthetic;

  Comparison(Panel panel, int unit, int[] donors, int start, SyntheticOptions options) {
    double[] target = values(panel, unit, start);
    double[][] others =
        IntStream.of(donors).mapToObj(j -> values(panel, j, start)).toArray(double[][]::new);
    this.panel = panel;
    this.unit = unit;
    this.start = start;
    Ridge ridge = new Ridge(options.ridge(), Ridge.noise(others));
    this.weights = options.search().weights(new Fit(target, others, ridge));
    this.synthetic = new double[panel.periods()];
    for (int j = 0; j < donors.length; j++) {
      for (int t = 0; t < synthetic.length; t++) {
        synthetic[t] += weights[j] * panel.value(donors[j], t);
      }
    }
  }

  private static double[] values(Panel panel, int unit, int before) {
    return IntStream.range(0, before).mapToDouble(t -> panel.value(unit, t)).toArray();
  }

  /// In the order of the donors.
  double[] weights() {
    return weights.clone();
  }

  double[] synthetic() {
    return synthetic.clone();
  }

  double[] gaps() {
    return gaps(0, synthetic.length);
  }

  private double[] gaps(int from, int to) {
    return IntStream.range(from, to)
        .mapToDouble(t -> panel.value(unit, t) - synthetic[t])
        .toArray();
  }

  /// Average gap from the start to a period, exclusive.
  double effect(int to) {
    return Arrays.stream(gaps(start, to)).average().orElseThrow();
  }

  /// Mean squared gap before the start; at least what rounding leaves.
  double before() {
    return Math.max(square(0, start), rounding());
  }

  /// True if the donors make the unit without an error.
  boolean exact() {
    return square(0, start) <= rounding();
  }

  private double rounding() {
    double size =
        IntStream.range(0, start).mapToDouble(t -> Math.abs(panel.value(unit, t))).max().orElse(0);
    return Math.max(Double.MIN_NORMAL, 1e-16 * size * size);
  }

  /// Mean squared gap from the start to a period, exclusive.
  double after(int to) {
    return square(start, to);
  }

  private double square(int from, int to) {
    return Arrays.stream(gaps(from, to)).map(gap -> gap * gap).average().orElseThrow();
  }
}
