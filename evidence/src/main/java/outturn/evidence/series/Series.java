package outturn.evidence.series;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The values of one measure for consecutive periods, indexed from 0; a period may be missing.
///
/// Missing is `NaN` and stays missing: nothing here interpolates. Equality compares all values.
public final class Series {
  private final double[] values;

  private Series(double[] values) {
    this.values = values;
  }

  /// A copy of the values, one per period; `NaN` marks a missing one.
  ///
  /// @throws IllegalArgumentException if a value is infinite
  public static Series of(double... values) {
    for (int i = 0; i < values.length; i++) {
      if (Double.isInfinite(values[i])) {
        throw new IllegalArgumentException(
            "value %d of the series is infinite; expected a number, or NaN if missing"
                .formatted(i));
      }
    }
    return new Series(values.clone());
  }

  /// Number of periods, valid or missing.
  public int size() {
    return values.length;
  }

  /// Number of valid values.
  public int count() {
    return (int) valid().count();
  }

  /// The value of a period, `NaN` if missing.
  public double value(int index) {
    return values[index];
  }

  public boolean isMissing(int index) {
    return Double.isNaN(values[index]);
  }

  /// Mean of the valid values, `NaN` if there is none.
  public double mean() {
    return valid().average().orElse(Double.NaN);
  }

  /// Median of the valid values, `NaN` if there is none; of an even number the mean of the middle
  /// two.
  public double median() {
    double[] sorted = valid().sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// The valid values in order, gaps left out.
  public DoubleStream valid() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value));
  }

  /// The periods of a window as a series of their own.
  public Series slice(Window window) {
    if (window.to() > values.length) {
      throw new IllegalArgumentException(
          "the window ends at %d but the series has %d periods"
              .formatted(window.to(), values.length));
    }
    return new Series(Arrays.copyOfRange(values, window.from(), window.to()));
  }

  /// Every valid value changed, every gap kept.
  public Series map(DoubleUnaryOperator change) {
    return of(
        Arrays.stream(values).map(v -> Double.isNaN(v) ? v : change.applyAsDouble(v)).toArray());
  }

  /// Absolute differences between adjacent valid values; a gap contributes none.
  public Series movingRanges() {
    return new Series(
        IntStream.range(1, values.length)
            .mapToDouble(i -> Math.abs(values[i] - values[i - 1]))
            .filter(range -> !Double.isNaN(range))
            .toArray());
  }

  /// Correlation of each value with the one before, 0 for a constant series; pairs with a gap are
  /// left out.
  ///
  /// Box, Jenkins, *Time Series Analysis* (1970), 2.1.5: products over the sum of squares.
  public double lagOneAutocorrelation() {
    double mean = mean();
    double products = 0;
    for (int i = 1; i < values.length; i++) {
      double product = (values[i] - mean) * (values[i - 1] - mean);
      products += Double.isNaN(product) ? 0 : product;
    }
    double squares = sumOfSquares(mean);
    return squares > 0 ? products / squares : 0;
  }

  /// Sample standard deviation (divisor n - 1), `NaN` for fewer than two valid values.
  public double standardDeviation() {
    int count = count();
    return count < 2 ? Double.NaN : Math.sqrt(sumOfSquares(mean()) / (count - 1));
  }

  public double[] toArray() {
    return values.clone();
  }

  private double sumOfSquares(double mean) {
    return valid().map(value -> (value - mean) * (value - mean)).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series series && Arrays.equals(values, series.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Series" + Arrays.toString(values);
  }
}
