package outturn.outcome.quality;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Single values far away from those before them: further from their median than so many of their
/// median absolute deviations.
///
/// A value that the next one confirms is no error but a change of level, and stays: an outcome may
/// jump because something works. So the latest value is doubted until the next one is there. The
/// median is of the last 12 values that count, and nothing is judged before there are 8, or while
/// these hardly vary.
final class Jumps {
  private static final int MOST = 12;
  private static final int LEAST = 8;

  private final double limit;
  private final List<Map.Entry<LocalDate, Double>> values;
  private final Deque<Double> before = new ArrayDeque<>();
  private final SortedMap<LocalDate, Jump> found = new TreeMap<>();

  private Jumps(SortedMap<LocalDate, Double> values, double limit) {
    this.limit = limit;
    this.values = List.copyOf(values.entrySet());
  }

  /// A value that stands alone.
  ///
  /// @param deviations how far it is from the median
  /// @param before how many values that is of
  record Jump(double deviations, double median, int before) {}

  static SortedMap<LocalDate, Jump> of(SortedMap<LocalDate, Double> values, double limit) {
    var jumps = new Jumps(values, limit);
    jumps.find();
    return jumps.found;
  }

  private void find() {
    double level = 0;
    for (int index = 0; index < values.size(); index++) {
      var each = values.get(index);
      double side = side(each.getValue());
      boolean isConfirmed = side == level || side == next(index);
      if (side != 0 && !isConfirmed) {
        double median = median(before);
        double deviations = Math.abs(each.getValue() - median) / deviation(median);
        found.put(each.getKey(), new Jump(deviations, median, before.size()));
        continue;
      }
      level = side;
      before.addLast(each.getValue());
      if (before.size() > MOST) before.removeFirst();
    }
  }

  private double next(int index) {
    return index + 1 < values.size() ? side(values.get(index + 1).getValue()) : 0;
  }

  /// -1 and 1 for far below and far above, else 0.
  private double side(double value) {
    if (before.size() < LEAST) return 0;
    double median = median(before);
    double deviation = deviation(median);
    if (deviation == 0 || Math.abs(value - median) <= limit * deviation) return 0;
    return Math.signum(value - median);
  }

  private double deviation(double median) {
    return median(before.stream().map(value -> Math.abs(value - median)).toList());
  }

  private static double median(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
