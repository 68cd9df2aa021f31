package outturn.charts.axis;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// A value scale whose ends and ticks are round numbers.
///
/// @param first the low end in steps
/// @param last the high end in steps
public record ValueAxis(BigDecimal step, long first, long last) {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /// Values nearer to zero than this share of their range are drawn from zero.
  private static final double NEAR_ZERO = .35;

  /// An axis that holds all finite values, with at most about `ticks` steps; never empty.
  public static ValueAxis holding(double[] values, int ticks) {
    double min = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    double max = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    if (max == min) {
      double room = max == 0 ? 1 : Math.abs(max) * .1;
      min -= room;
      max += room;
    }
    if (min > 0 && min < NEAR_ZERO * (max - min)) {
      min = 0;
    }
    BigDecimal step = roundStep((max - min) / Math.max(2, ticks));
    double width = step.doubleValue();
    // A value that lies on a step but for rounding needs no further step.
    long first = (long) Math.floor(min / width + 1e-9);
    long last = (long) Math.ceil(max / width - 1e-9);
    return new ValueAxis(step, first, last);
  }

  private static BigDecimal roundStep(double least) {
    int power = (int) Math.floor(Math.log10(least));
    for (double round : ROUND) {
      if (round * Math.pow(10, power) >= least * (1 - 1e-9)) {
        return BigDecimal.valueOf(round).scaleByPowerOfTen(power);
      }
    }
    return BigDecimal.TEN.scaleByPowerOfTen(power);
  }

  public List<Double> ticks() {
    return LongStream.rangeClosed(first, last).mapToObj(this::tick).toList();
  }

  public double low() {
    return tick(first);
  }

  public double high() {
    return tick(last);
  }

  /// Position of a value, 0 at the low end and 1 at the high end.
  public double position(double value) {
    return (value - low()) / (high() - low());
  }

  /// How ticks are written.
  public Numbers tickNumbers() {
    return Numbers.forStep(step);
  }

  /// How values between the ticks are written.
  public Numbers valueNumbers() {
    return Numbers.forRange(high() - low());
  }

  private double tick(long steps) {
    return step.multiply(BigDecimal.valueOf(steps)).doubleValue();
  }
}
