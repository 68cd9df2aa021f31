package outturn.evidence.changepoint;

import java.util.List;
import java.util.stream.IntStream;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// Makes segments from places among the used values.
final class Segments {
  private Segments() {}

  /// @param used the periods of the values
  /// @param from the first of its values, among the used ones
  /// @param to the one after its last
  static Segment of(Series values, int[] used, int from, int to, List<Double> coefficients) {
    double mean =
        IntStream.range(from, to).mapToDouble(i -> values.value(used[i])).average().orElseThrow();
    return new Segment(new Window(used[from], used[to - 1] + 1), to - from, mean, coefficients);
  }
}
