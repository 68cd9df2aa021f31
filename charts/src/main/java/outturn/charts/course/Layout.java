package outturn.charts.course;

import outturn.charts.axis.ValueAxis;
import outturn.charts.svg.Size;
import outturn.charts.svg.TextWidth;

/// Sizes that charts of a course share.
final class Layout {
  static final double EDGE = Legend.EDGE;
  static final double TICK_LINES = 34;

  /// Room for a row of words above a plot.
  static final double WORDS = 17;

  /// Between two plots, for a tick of the upper and the words of the lower one.
  static final double BETWEEN = 34;

  /// At the right, for half of a date.
  static final double RIGHT = 22;

  private static final int NARROW = 520;
  private static final double PER_TICK = 44;

  private Layout() {}

  static double fontSize(Size size) {
    return size.width() < NARROW ? 11 : 12;
  }

  /// A scale that holds the values, with ticks for the height.
  static ValueAxis axis(double[] values, double height) {
    return ValueAxis.holding(values, (int) Math.max(2, height / PER_TICK));
  }

  /// Where the plot begins, right of the widest tick.
  static double left(ValueAxis values, double fontSize) {
    double widest =
        values.ticks().stream()
            .mapToDouble(tick -> TextWidth.of(values.tickNumbers().text(tick), fontSize))
            .max()
            .orElse(0);
    return EDGE + widest + 6;
  }
}
