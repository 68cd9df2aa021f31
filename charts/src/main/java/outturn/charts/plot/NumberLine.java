package outturn.charts.plot;

import outturn.charts.axis.ValueAxis;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;

/// A scale of numbers from left to right.
public record NumberLine(ValueAxis values, double left, double right, double fontSize) {
  private static final double GAP = 14;
  private static final int MOST_TICKS = 10;

  /// Room under a plot for the ticks and a line of words.
  public static final double HEIGHT = 34;

  /// A scale that holds all numbers, with as many ticks as have room.
  public static NumberLine holding(double[] shown, double left, double right, double fontSize) {
    for (int ticks = MOST_TICKS; ticks > 2; ticks--) {
      NumberLine line = new NumberLine(ValueAxis.holding(shown, ticks), left, right, fontSize);
      if (line.isRoomy()) {
        return line;
      }
    }
    return new NumberLine(ValueAxis.holding(shown, 2), left, right, fontSize);
  }

  public double x(double value) {
    return left + values.position(value) * (right - left);
  }

  /// Ticks under a plot, and words under them.
  public void draw(Svg svg, double bottom, String words) {
    svg.open(
        "class",
        "outturn-axis",
        "font-size",
        fontSize,
        "fill",
        Paint.MUTED,
        "text-anchor",
        "middle");
    svg.element(
        "path",
        "d",
        "M%s %sH%s".formatted(Svg.number(left), Svg.number(bottom), Svg.number(right)),
        "stroke",
        Paint.AXIS);
    // Where numbers are long beyond all measure, the first and no other.
    for (double tick : isRoomy() ? values.ticks() : values.ticks().subList(0, 1)) {
      String mark = "M%s %sv4".formatted(Svg.number(x(tick)), Svg.number(bottom));
      svg.element("path", "d", mark, "stroke", Paint.AXIS);
      double half = TextWidth.of(text(tick), fontSize) / 2;
      double x = Math.max(half, Math.min(x(tick), right + Plot.EDGE - 1 - half));
      svg.words("text", text(tick), "x", x, "y", bottom + fontSize + 5);
    }
    String shown = TextWidth.fit(words, fontSize, right - left);
    svg.words("text", shown, "x", (left + right) / 2, "y", bottom + 2 * fontSize + 7);
    svg.close();
  }

  /// Lines through a plot at the ticks.
  public void grid(Svg svg, double top, double bottom) {
    for (double tick : values.ticks()) {
      svg.element("path", "d", down(tick, top, bottom), "stroke", Paint.GRID);
    }
  }

  /// A line from top to bottom.
  public String down(double value, double top, double bottom) {
    return "M%s %sV%s".formatted(Svg.number(x(value)), Svg.number(top), Svg.number(bottom));
  }

  private boolean isRoomy() {
    double widest =
        values.ticks().stream()
            .mapToDouble(tick -> TextWidth.of(text(tick), fontSize))
            .max()
            .orElse(0);
    double spacing = values.step().doubleValue() / (values.high() - values.low()) * (right - left);
    return 1.5 * widest + GAP <= spacing;
  }

  private String text(double tick) {
    return values.tickNumbers().text(tick);
  }
}
