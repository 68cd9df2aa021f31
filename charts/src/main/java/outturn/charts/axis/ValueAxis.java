package outturn.charts.axis;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// A value scale with round ticks; an end is a tick too if one is near.
///
/// @param first the lowest tick in steps
/// @param last the highest tick in steps
public record ValueAxis(double low, double high, BigDecimal step, long first, long last) {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /// Values nearer to zero than this share of their range are drawn from zero.
  private static final double NEAR_ZERO = .35;

  /// How far the scale reaches beyond the values to a tick, in steps.
  private static final double NEAR_TICK = .4;

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
    double below = Math.floor(min / width + 1e-9) * width;
    double above = Math.ceil(max / width - 1e-9) * width;
    double low = Math.max(below, min - NEAR_TICK * width);
    double high = Math.min(above, max + NEAR_TICK * width);
    long first = (long) Math.ceil(low / width - 1e-9);
    long last = (long) Math.floor(high / width + 1e-9);
    return new ValueAxis(low, high, step, first, last);
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

  /// Position of a value, 0 at the low end and 1 at the high end.
  public double position(double value) {
    return (value - low) / (high - low);
  }

  /// How ticks are written.
  public Numbers tickNumbers() {
    return Numbers.forStep(step);
  }

  /// How values between the ticks are written.
  public Numbers valueNumbers() {
    return Numbers.forRange(high - low);
  }

  private double tick(long steps) {
    return step.multiply(BigDecimal.valueOf(steps)).doubleValue();
  }
}
