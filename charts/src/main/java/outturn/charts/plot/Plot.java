package outturn.charts.plot;

import java.util.List;
import outturn.charts.axis.Numbers;
import outturn.charts.axis.ValueAxis;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;

/// The rectangle of a plot under its legend, with its scale of values.
public record Plot(
    Legend legend,
    double fontSize,
    ValueAxis values,
    double left,
    double right,
    double top,
    double bottom) {
  private static final int NARROW = 520;

  /// Nothing comes nearer to the edge of the drawing.
  public static final double EDGE = 10;

  private static final double TICK_LINES = 34;

  /// Room above the plot for the words of a line.
  public static final double WORDS = 15;

  private static final double PER_TICK = 44;

  /// @param shown values that have to be on the scale
  public static Plot of(Size size, List<Legend.Item> items, double[] shown) {
    double font = size.width() < NARROW ? 11 : 12;
    Legend legend = new Legend(items, size, font, EDGE);
    double top = EDGE + legend.height() + WORDS;
    double bottom = size.height() - TICK_LINES;
    ValueAxis values = ValueAxis.holding(shown, (int) Math.max(2, (bottom - top) / PER_TICK));
    double widest =
        values.ticks().stream()
            .mapToDouble(tick -> TextWidth.of(values.tickNumbers().text(tick), font))
            .max()
            .orElse(0);
    return new Plot(legend, font, values, EDGE + widest + 6, size.width() - EDGE, top, bottom);
  }

  public double y(double value) {
    return bottom - values.position(value) * (bottom - top);
  }

  public Numbers numbers() {
    return values.valueNumbers();
  }

  /// The legend, and the scale of values with its grid.
  public void draw(Svg svg) {
    legend.draw(svg, EDGE / 2);
    svg.open("class", "outturn-axis", "font-size", fontSize, "fill", Paint.MUTED);
    for (double tick : values.ticks()) {
      svg.element("path", "d", across(tick), "stroke", Paint.GRID);
      svg.words(
          "text",
          values.tickNumbers().text(tick),
          "x",
          left - 6,
          "y",
          y(tick) + fontSize * .35,
          "text-anchor",
          "end");
    }
    svg.element(
        "path",
        "d",
        "M%s %sH%s".formatted(number(left), number(bottom), number(right)),
        "stroke",
        Paint.AXIS);
    svg.close();
  }

  /// A line from top to bottom, with a word above it.
  public void mark(Svg svg, double x, String word, String kind) {
    boolean late = x + TextWidth.of(word, fontSize) + 4 > right;
    svg.element(
        "path",
        "class",
        kind,
        "d",
        "M%s %sV%s".formatted(number(x), number(top - WORDS + 3), number(bottom)),
        "stroke",
        Paint.CHANGE);
    svg.words(
        "text",
        word,
        "font-size",
        fontSize,
        "fill",
        Paint.CHANGE,
        "x",
        late ? x - 4 : x + 4,
        "y",
        top - 4,
        "text-anchor",
        late ? "end" : "start");
  }

  /// A line from end to end.
  public String across(double value) {
    return "M%s %sH%s".formatted(number(left), number(y(value)), number(right));
  }

  /// A tick under the plot with its words, and a second line where there is one.
  public void tick(Svg svg, double x, String label, String below) {
    svg.element("path", "d", "M%s %sv4".formatted(number(x), number(bottom)), "stroke", Paint.AXIS);
    svg.words("text", label, "x", x, "y", bottom + fontSize + 5);
    if (!below.isEmpty()) {
      svg.words("text", below, "x", x, "y", bottom + 2 * fontSize + 7);
    }
  }

  public static String number(double value) {
    return Svg.number(value);
  }
}
