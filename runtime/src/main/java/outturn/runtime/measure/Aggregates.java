package outturn.runtime.measure;

import java.util.List;
import java.util.stream.DoubleStream;
import outturn.definition.measure.Measure.Aggregate;

/// Makes one value of many.
final class Aggregates {
  private Aggregates() {}

  /// @param samples at least one, the oldest first
  static double of(Aggregate aggregate, List<Double> samples) {
    return switch (aggregate) {
      case MEAN -> numbers(samples).average().orElseThrow();
      case SUM -> numbers(samples).sum();
      case MIN -> numbers(samples).min().orElseThrow();
      case MAX -> numbers(samples).max().orElseThrow();
      case MEDIAN -> median(numbers(samples).sorted().toArray());
      case LAST -> samples.getLast();
    };
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static DoubleStream numbers(List<Double> samples) {
    return samples.stream().mapToDouble(Double::doubleValue);
  }
}
