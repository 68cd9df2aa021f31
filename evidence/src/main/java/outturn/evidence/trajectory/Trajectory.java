package outturn.evidence.trajectory;

import java.util.stream.IntStream;
import outturn.evidence.series.Series;

/// The planned path from the baseline, left in period `from`, to the target, reached in period
/// `to`.
public record Trajectory(int from, double baseline, int to, double target, PathShape shape) {
  public Trajectory {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "a path from period %d to %d; expected 0 <= from < to".formatted(from, to));
    }
    if (!Double.isFinite(baseline) || !Double.isFinite(target)) {
      throw new IllegalArgumentException(
          "a path from %s to %s; expected two numbers".formatted(baseline, target));
    }
  }

  /// The planned value of a period: `NaN` before the path begins, the target after it ends.
  public double value(int index) {
    if (index < from) {
      return Double.NaN;
    }
    double time = Math.min(1, (index - from) / (double) (to - from));
    return baseline + (target - baseline) * shape.done(time);
  }

  /// The planned values of periods 0 to `size`, exclusive.
  public Series series(int size) {
    return Series.of(IntStream.range(0, size).mapToDouble(this::value).toArray());
  }
}
