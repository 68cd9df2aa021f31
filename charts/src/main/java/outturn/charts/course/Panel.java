package outturn.charts.course;

import java.util.function.IntFunction;
import outturn.charts.axis.DateAxis;
import outturn.charts.axis.Numbers;
import outturn.charts.axis.ValueAxis;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Svg;
import outturn.evidence.series.Series;

/// One plot with its scales, and what can be drawn in it.
final class Panel {
  static final double SERIES_WIDTH = 1.5;
  static final double EXPECTED_WIDTH = 1.8;
  static final String EXPECTED_DASHES = "6 3";
  private static final double MOST_RADIUS = 3.4;
  private static final double LEAST_RADIUS = 1.8;

  /// Below this distance of neighbours, points are left to the line.
  private static final double DENSE = 5;

  private final Svg svg;
  private final DateAxis dates;
  private final ValueAxis values;
  private final Box box;
  private final double fontSize;

  Panel(Svg svg, DateAxis dates, ValueAxis values, Box box, double fontSize) {
    this.svg = svg;
    this.dates = dates;
    this.values = values;
    this.box = box;
    this.fontSize = fontSize;
  }

  Numbers numbers() {
    return values.valueNumbers();
  }

  Box box() {
    return box;
  }

  private double y(double value) {
    return box.bottom() - values.position(value) * (box.bottom() - box.top());
  }

  /// Lines across at round values, with the values at the left.
  void grid() {
    Numbers numbers = values.tickNumbers();
    svg.open("class", "outturn-axis", "font-size", fontSize, "fill", Paint.MUTED);
    for (double tick : values.ticks()) {
      across(tick, Paint.GRID);
      svg.words(
          "text",
          numbers.text(tick),
          "x",
          box.left() - 6,
          "y",
          y(tick) + fontSize * .35,
          "text-anchor",
          "end");
    }
    svg.close();
  }

  void across(double value, Paint paint) {
    String path = start(box.left(), y(value)) + "H" + Svg.number(box.right());
    svg.element("path", "d", path, "stroke", paint);
  }

  /// The line at the bottom with dates below.
  void dateAxis() {
    svg.open(
        "class",
        "outturn-axis",
        "font-size",
        fontSize,
        "fill",
        Paint.MUTED,
        "text-anchor",
        "middle");
    String base = start(box.left(), box.bottom()) + "H" + Svg.number(box.right());
    svg.element("path", "d", base, "stroke", Paint.AXIS);
    for (DateAxis.Tick tick : dates.ticks(fontSize)) {
      double x = dates.x(tick.date());
      String mark = start(x, box.bottom()) + "v4";
      svg.element("path", "d", mark, "stroke", Paint.AXIS);
      svg.words("text", tick.label(), "x", x, "y", box.bottom() + fontSize + 5);
      if (!tick.year().isEmpty()) {
        svg.words("text", tick.year(), "x", x, "y", box.bottom() + 2 * fontSize + 7);
      }
    }
    svg.close();
  }

  /// A ground from the top to the bottom.
  void column(double left, double right, Paint paint) {
    svg.element(
        "rect",
        "x",
        left,
        "y",
        box.top(),
        "width",
        Math.max(0, right - left),
        "height",
        box.bottom() - box.top(),
        "fill",
        paint);
  }

  /// A bar across, so high above the bottom.
  void bar(double left, double right, double height, Paint paint) {
    String path = start(left, box.bottom() - height) + "H" + Svg.number(right);
    svg.element("path", "d", path, "stroke", paint, "stroke-width", 2.0);
  }

  void down(double x, Paint paint, String hint) {
    String path = start(x, box.top()) + "V" + Svg.number(box.bottom());
    svg.hinted("path", hint, "d", path, "stroke", paint, "fill", "none");
  }

  /// The ground between two lines, each run of periods that have both for itself.
  void band(Series lower, Series upper, Paint paint) {
    StringBuilder path = new StringBuilder();
    int i = 0;
    while (i < lower.size()) {
      int from = i;
      while (i < lower.size() && !lower.isMissing(i) && !upper.isMissing(i)) {
        i++;
      }
      if (i > from) {
        run(path, lower, upper, from, i);
      }
      i = Math.max(i, from + 1);
    }
    svg.element("path", "class", "outturn-band", "d", path.toString(), "fill", paint);
  }

  private void run(StringBuilder path, Series lower, Series upper, int from, int to) {
    // A single period would have no width.
    double more = to - from == 1 ? Math.clamp(dates.spacing() / 3, 1, 6) : 0;
    path.append(start(dates.x(from) - more, y(upper.value(from))));
    for (int i = from; i < to; i++) {
      path.append(to(dates.x(i) + more, y(upper.value(i))));
    }
    for (int i = to - 1; i >= from; i--) {
      path.append(to(dates.x(i) + more, y(lower.value(i))));
    }
    path.append(to(dates.x(from) - more, y(lower.value(from)))).append('z');
  }

  /// Through consecutive periods, broken at gaps.
  void line(Series series, Paint paint, double width, String dashes) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < series.size(); i++) {
      if (!series.isMissing(i)) {
        boolean joined = i > 0 && !series.isMissing(i - 1);
        double y = y(series.value(i));
        path.append(joined ? to(dates.x(i), y) : start(dates.x(i), y));
      }
    }
    svg.element(
        "path",
        "d",
        path.toString(),
        "fill",
        "none",
        "stroke",
        paint,
        "stroke-width",
        width,
        "stroke-dasharray",
        dashes,
        "stroke-linejoin",
        "round");
  }

  /// A level over a stretch of the plot.
  void level(double left, double right, double value, String hint) {
    String path = start(left, y(value)) + "H" + Svg.number(right);
    svg.hinted(
        "path", hint, "d", path, "stroke", Paint.EXPECTED, "stroke-width", EXPECTED_WIDTH + .4);
  }

  /// A dot on each value; where they are dense only on those that no line shows.
  void points(Series series, Paint paint, IntFunction<String> hint) {
    double radius = Math.clamp(dates.spacing() * .32, LEAST_RADIUS, MOST_RADIUS);
    svg.open("class", "outturn-points", "fill", paint, "stroke", Paint.SURFACE);
    for (int i = 0; i < series.size(); i++) {
      if (!series.isMissing(i) && (dates.spacing() >= DENSE || isAlone(series, i))) {
        double x = dates.x(i);
        String text = hint.apply(i);
        svg.hinted("circle", text, "cx", x, "cy", y(series.value(i)), "r", radius);
      }
    }
    svg.close();
  }

  private static boolean isAlone(Series series, int i) {
    boolean before = i > 0 && !series.isMissing(i - 1);
    boolean after = i + 1 < series.size() && !series.isMissing(i + 1);
    return !before && !after;
  }

  private static String start(double x, double y) {
    return "M" + Svg.number(x) + " " + Svg.number(y);
  }

  private static String to(double x, double y) {
    return "L" + Svg.number(x) + " " + Svg.number(y);
  }
}
