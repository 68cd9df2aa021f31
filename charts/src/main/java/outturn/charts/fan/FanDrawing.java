package outturn.charts.fan;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import outturn.charts.axis.Cadence;
import outturn.charts.axis.DateAxis;
import outturn.charts.axis.Numbers;
import outturn.charts.axis.ValueAxis;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;
import outturn.evidence.series.Series;

/// Draws a forecast from back to front: axes, bands, target, planned path, forecast, values.
final class FanDrawing {
  static final double LINE = 1.6;
  static final double TARGET = 1.6;
  static final String DASHES = "7 4";

  /// Of each band; where they lie on each other they are darker.
  static final double OPACITY = .2;

  private static final int NARROW = 520;
  private static final double EDGE = 10;
  private static final double TICK_LINES = 34;
  private static final double PER_TICK = 44;
  private static final double RADIUS = 2.4;

  private final FanChart chart;
  private final Svg svg;
  private final Key key;
  private final double font;
  private final ValueAxis values;
  private final DateAxis dates;
  private final double left;
  private final double right;
  private final double top;
  private final double bottom;

  private FanDrawing(FanChart chart, Size size) {
    this.chart = chart;
    this.font = size.width() < NARROW ? 11 : 12;
    this.key = new Key(chart, size, font, EDGE);
    this.top = EDGE / 2 + key.height() + font;
    this.bottom = size.height() - TICK_LINES;
    int ticks = (int) Math.max(2, (bottom - top) / PER_TICK);
    this.values = ValueAxis.holding(extremes(chart), ticks);
    this.left = EDGE + 6 + widest();
    this.right = size.width() - EDGE;
    this.dates = new DateAxis(chart.periods(), left, right);
    this.svg = Svg.picture("fan-chart", size, chart.caption().title(), description());
  }

  static Drawing of(FanChart chart, Size size) {
    FanDrawing drawing = new FanDrawing(chart, size);
    drawing.valueAxis();
    drawing.dateAxis();
    chart.bands().forEach(drawing::band);
    drawing.target();
    drawing.planned();
    drawing.lines();
    drawing.key.draw(drawing.svg, EDGE / 2);
    return drawing.svg.drawing();
  }

  private void valueAxis() {
    Numbers numbers = values.tickNumbers();
    svg.open("class", "outturn-axis", "font-size", font, "fill", Paint.MUTED);
    for (double tick : values.ticks()) {
      svg.element("path", "d", across(y(tick)), "stroke", Paint.GRID);
      svg.words(
          "text",
          numbers.text(tick),
          "x",
          left - 6,
          "y",
          y(tick) + font * .35,
          "text-anchor",
          "end");
    }
    svg.close();
  }

  private void dateAxis() {
    svg.open(
        "class", "outturn-axis", "font-size", font, "fill", Paint.MUTED, "text-anchor", "middle");
    svg.element("path", "d", across(bottom), "stroke", Paint.AXIS);
    for (DateAxis.Tick tick : dates.ticks(font)) {
      double x = dates.x(tick.date());
      String mark = "M" + Svg.number(x) + " " + Svg.number(bottom) + "v4";
      svg.element("path", "d", mark, "stroke", Paint.AXIS);
      svg.words("text", tick.label(), "x", x, "y", bottom + font + 5);
      if (!tick.year().isEmpty()) {
        svg.words("text", tick.year(), "x", x, "y", bottom + 2 * font + 7);
      }
    }
    svg.close();
  }

  /// From the last value, which is known, along the upper bounds and back along the lower.
  private void band(Band band) {
    StringBuilder path = new StringBuilder(fromLastValue());
    int first = chart.values().size();
    for (int j = 0; j < band.upper().size(); j++) {
      path.append(path.isEmpty() ? 'M' : 'L').append(at(first + j, band.upper().value(j)));
    }
    for (int j = band.lower().size() - 1; j >= 0; j--) {
      path.append('L').append(at(first + j, band.lower().value(j)));
    }
    svg.hinted(
        "path",
        band.label(),
        "class",
        "outturn-band",
        "d",
        path.append('Z'),
        "fill",
        Paint.PLAN,
        "fill-opacity",
        Double.toString(OPACITY));
  }

  private void target() {
    chart
        .target()
        .ifPresent(target ->
            svg.element(
                "path",
                "class",
                "outturn-target",
                "d",
                across(y(target)),
                "stroke",
                Paint.TARGET,
                "stroke-width",
                TARGET));
  }

  private void planned() {
    chart
        .planned()
        .ifPresent(planned ->
            svg.element(
                "path",
                "class",
                "outturn-plan",
                "d",
                through(planned),
                "fill",
                "none",
                "stroke",
                Paint.TARGET,
                "stroke-width",
                LINE,
                "stroke-dasharray",
                DASHES));
  }

  private void lines() {
    StringBuilder ahead = new StringBuilder(fromLastValue());
    int first = chart.values().size();
    for (int j = 0; j < chart.points().size(); j++) {
      ahead.append(ahead.isEmpty() ? 'M' : 'L').append(at(first + j, chart.points().value(j)));
    }
    line("outturn-forecast", ahead.toString(), Paint.PLAN);
    line("outturn-series", through(chart.values()), Paint.SERIES);
    Cadence cadence = Cadence.of(chart.periods());
    Numbers numbers = values.valueNumbers();
    svg.open("class", "outturn-points", "fill", Paint.PLAN);
    for (int j = 0; j < chart.points().size(); j++) {
      double point = chart.points().value(j);
      svg.hinted(
          "circle",
          cadence.name(chart.periods().get(first + j)) + ": " + numbers.text(point),
          "cx",
          dates.x(first + j),
          "cy",
          y(point),
          "r",
          RADIUS);
    }
    svg.close();
  }

  private void line(String kind, String path, Paint paint) {
    svg.element(
        "path",
        "class",
        kind,
        "d",
        path,
        "fill",
        "none",
        "stroke",
        paint,
        "stroke-width",
        LINE,
        "stroke-linejoin",
        "round");
  }

  private String fromLastValue() {
    int last = chart.values().size() - 1;
    return last < 0 || chart.values().isMissing(last)
        ? ""
        : "M" + at(last, chart.values().value(last));
  }

  /// Broken at gaps.
  private String through(Series series) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < series.size(); i++) {
      if (!series.isMissing(i)) {
        boolean joined = i > 0 && !series.isMissing(i - 1);
        path.append(joined ? 'L' : 'M').append(at(i, series.value(i)));
      }
    }
    return path.toString();
  }

  private String at(int period, double value) {
    return Svg.number(dates.x(period)) + " " + Svg.number(y(value));
  }

  private String across(double y) {
    return "M" + Svg.number(left) + " " + Svg.number(y) + "H" + Svg.number(right);
  }

  private double y(double value) {
    return bottom - values.position(value) * (bottom - top);
  }

  private double widest() {
    return values.ticks().stream()
        .mapToDouble(tick -> TextWidth.of(values.tickNumbers().text(tick), font))
        .max()
        .orElse(0);
  }

  /// The caption's description, then the last period ahead and the target.
  private String description() {
    Numbers numbers = values.valueNumbers();
    StringBuilder text = new StringBuilder(chart.caption().description());
    int last = chart.points().size() - 1;
    if (last >= 0) {
      String period = Cadence.of(chart.periods()).name(chart.periods().getLast());
      text.append(
          " Forecast for %s: %s".formatted(period, numbers.text(chart.points().value(last))));
      for (Band band : chart.bands()) {
        text.append(
            ", %s %s to %s"
                .formatted(
                    band.label(),
                    numbers.text(band.lower().value(last)),
                    numbers.text(band.upper().value(last))));
      }
      text.append('.');
    }
    chart
        .planned()
        .filter(planned -> last >= 0 && planned.size() > 0)
        .ifPresent(planned ->
            text.append(
                " Planned then: %s.".formatted(numbers.text(planned.value(planned.size() - 1)))));
    chart.target().ifPresent(t -> text.append(" Target %s.".formatted(numbers.brief(t))));
    return text.toString().strip();
  }

  private static double[] extremes(FanChart chart) {
    DoubleStream bounds =
        chart.bands().stream()
            .flatMapToDouble(
                band -> DoubleStream.concat(band.lower().valid(), band.upper().valid()));
    DoubleStream lines = DoubleStream.concat(chart.values().valid(), chart.points().valid());
    DoubleStream planned = chart.planned().stream().flatMapToDouble(Series::valid);
    DoubleStream target = chart.target().stream().mapToDouble(Double::doubleValue);
    return Stream.of(bounds, lines, planned, target).flatMapToDouble(each -> each).toArray();
  }
}
