package outturn.charts.control;

import java.util.List;
import outturn.charts.axis.DateAxis;
import outturn.charts.axis.Numbers;
import outturn.charts.control.Notes.Note;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.evidence.xmr.XmrPoint;

/// Draws a control chart from back to front: ground, lines to hold the values against, values,
/// words.
final class ControlDrawing {
  private static final double MOST_RADIUS = 4;
  private static final double LEAST_RADIUS = 1.9;

  /// Below this distance of neighbours, points of common cause are left to the line.
  private static final double DENSE = 5;

  private final ControlChart chart;
  private final Layout layout;
  private final Reading reading;
  private final Svg svg;

  private ControlDrawing(ControlChart chart, Layout layout, Reading reading, Svg svg) {
    this.chart = chart;
    this.layout = layout;
    this.reading = reading;
    this.svg = svg;
  }

  static Drawing of(ControlChart chart, Size size) {
    Layout layout = Layout.of(chart, size);
    Reading reading = new Reading(chart, layout.values().valueNumbers());
    Svg svg = Svg.picture("control-chart", size, chart.caption().title(), reading.description());
    ControlDrawing drawing = new ControlDrawing(chart, layout, reading, svg);
    drawing.baseline();
    drawing.valueAxis();
    drawing.dateAxis();
    drawing.background();
    new Lines(chart, layout, svg).draw();
    drawing.notes();
    drawing.series();
    drawing.excluded();
    layout.key().draw(svg, layout.keyTop());
    return svg.drawing();
  }

  private void baseline() {
    chart
        .plan()
        .baseline()
        .ifPresent(window -> {
          double from = layout.dates().border(window.from());
          svg.element(
              "rect",
              "class",
              "outturn-baseline",
              "x",
              from,
              "y",
              layout.plot().top(),
              "width",
              layout.dates().border(window.to()) - from,
              "height",
              layout.plot().height(),
              "fill",
              Paint.BASELINE);
        });
  }

  private void valueAxis() {
    Numbers numbers = layout.values().tickNumbers();
    svg.open("class", "outturn-axis", "font-size", layout.fontSize(), "fill", Paint.MUTED);
    for (double tick : layout.values().ticks()) {
      double y = layout.y(tick);

      String grid = PathData.across(layout.plot().left(), layout.plot().right(), y);
      svg.element("path", "d", grid, "stroke", Paint.GRID);
      svg.words(
          "text",
          numbers.text(tick),
          "x",
          layout.plot().left() - 6,
          "y",
          y + layout.fontSize() * .35,
          "text-anchor",
          "end");
    }
    svg.close();
  }

  private void dateAxis() {
    double bottom = layout.plot().bottom();
    double font = layout.fontSize();
    svg.open(
        "class", "outturn-axis", "font-size", font, "fill", Paint.MUTED, "text-anchor", "middle");
    String base = PathData.across(layout.plot().left(), layout.plot().right(), bottom);
    svg.element("path", "d", base, "stroke", Paint.AXIS);
    for (DateAxis.Tick tick : layout.dates().ticks(font)) {
      double x = layout.dates().x(tick.date());
      svg.element("path", "d", PathData.down(x, bottom, bottom + 4), "stroke", Paint.AXIS);
      svg.words("text", tick.label(), "x", x, "y", bottom + font + 5);
      if (!tick.year().isEmpty()) {
        svg.words("text", tick.year(), "x", x, "y", bottom + 2 * font + 7);
      }
    }
    svg.close();
  }

  private void background() {
    if (chart.background().isDrawn()) {
      svg.element(
          "path",
          "class",
          "outturn-background",
          "d",
          PathData.through(layout, chart.background().values().toArray()),
          "fill",
          "none",
          "stroke",
          Paint.RAW,
          "stroke-width",
          Lines.RAW_WIDTH,
          "stroke-linejoin",
          "round");
    }
  }

  private void notes() {
    svg.open("class", "outturn-changes", "font-size", layout.fontSize(), "fill", Paint.CHANGE);
    for (Note note : layout.notes()) {
      double top = layout.plot().top() - Math.max(0, note.row() + 1) * Notes.ROW;
      if (note.hasLine()) {
        String line = PathData.down(note.x(), top + 2, layout.plot().bottom());
        svg.hinted("path", note.text(), "d", line, "stroke", Paint.CHANGE);
      }
      if (note.isLabelled()) {
        svg.words(
            "text",
            note.text(),
            "x",
            note.anchorX(),
            "y",
            top + Notes.ROW - 4,
            "text-anchor",
            note.isLeftOfLine() ? "end" : "start",
            "fill",
            note.hasLine() ? Paint.CHANGE : Paint.MUTED);
      }
    }
    svg.close();
  }

  private void series() {
    double[] values = chart.xmr().series().toArray();
    svg.element(
        "path",
        "class",
        "outturn-series",
        "d",
        PathData.through(layout, values),
        "fill",
        "none",
        "stroke",
        Paint.SERIES,
        "stroke-width",
        1.5,
        "stroke-linejoin",
        "round");
    for (Mark mark : Mark.values()) {
      List<XmrPoint> points =
          chart.xmr().points().stream().filter(point -> isDrawn(point, mark)).toList();
      if (!points.isEmpty()) {
        points(mark, points);
      }
    }
  }

  private void points(Mark mark, List<XmrPoint> points) {
    double radius = radius();
    double shown = mark == Mark.COMMON_CAUSE ? radius * .8 : radius;
    svg.open(
        "class",
        "outturn-points",
        "fill",
        mark.fill(),
        "stroke",
        mark.edge(),
        "stroke-width",
        radius < 3 ? .6 : 1.0);
    for (XmrPoint point : points) {
      double x = layout.dates().x(point.index());
      String shape = mark.shape(x, layout.y(point.value()), shown);
      svg.hinted("path", reading.point(point), "d", shape);
    }
    svg.close();
  }

  /// A ring on the ground, so that nobody takes it for one of the values; far ones at the edge.
  private void excluded() {
    if (chart.excluded().isEmpty()) return;
    double radius = radius();
    svg.open(
        "class",
        "outturn-excluded",
        "fill",
        Paint.SURFACE,
        "stroke",
        Paint.EXCLUDED,
        "stroke-width",
        radius < 3 ? 1.0 : 1.5);
    for (Excluded each : chart.excluded()) {
      double x = layout.dates().x(each.index());
      String shape = Mark.COMMON_CAUSE.shape(x, layout.edged(each.value()), radius);
      svg.hinted("path", reading.excluded(each), "d", shape);
    }
    svg.close();
  }

  private double radius() {
    return Math.clamp(layout.dates().spacing() * .45, LEAST_RADIUS, MOST_RADIUS);
  }

  private boolean isDrawn(XmrPoint point, Mark mark) {
    if (point.isMissing() || Mark.of(point.variation()) != mark) {
      return false;
    }
    return mark != Mark.COMMON_CAUSE || layout.dates().spacing() >= DENSE || isAlone(point.index());
  }

  /// Between two gaps no line shows the value.
  private boolean isAlone(int index) {
    List<XmrPoint> points = chart.xmr().points();
    boolean before = index > 0 && !points.get(index - 1).isMissing();
    boolean after = index + 1 < points.size() && !points.get(index + 1).isMissing();
    return !before && !after;
  }
}
