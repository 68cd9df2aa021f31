package outturn.charts.power;

import java.util.List;
import java.util.stream.DoubleStream;
import outturn.charts.axis.Numbers;
import outturn.charts.control.Caption;
import outturn.charts.plot.Legend.Item;
import outturn.charts.plot.Legend.Sample;
import outturn.charts.plot.NumberLine;
import outturn.charts.plot.Plot;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;

/// The chance of seeing a step, by its size.
///
/// @param unit of the step
/// @param points by ascending step, at least one
/// @param marked the step that was asked about, with its power
public record PowerCurve(Caption caption, String unit, List<Point> points, Point marked) {
  private static final double PERCENT = 100;

  /// A step in the unit, and the chance that it is seen, 0..1.
  public record Point(double step, double power) {}

  public PowerCurve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("no points; expected at least one");
    }
  }

  public Drawing draw(Size size) {
    List<Item> items =
        List.of(
            Item.words("percent"),
            new Item(Sample.LINE, Paint.EXPECTED, "chance of seeing a step"));
    Plot plot = Plot.of(size, items, new double[] {0, PERCENT});
    double[] steps =
        DoubleStream.concat(
                points.stream().mapToDouble(Point::step), DoubleStream.of(marked.step()))
            .toArray();
    NumberLine line = NumberLine.holding(steps, plot.left(), plot.right(), plot.fontSize());
    String told = told(marked, line);
    Svg svg = Svg.picture("power", size, caption.title(), caption.description() + " " + told);
    plot.draw(svg);
    line.draw(svg, plot.bottom(), unit);
    mark(svg, plot, line);
    curve(svg, plot, line);
    svg.hinted(
        "circle",
        told,
        "cx",
        line.x(marked.step()),
        "cy",
        y(plot, marked),
        "r",
        4.5,
        "fill",
        Paint.SERIES);
    return svg.drawing();
  }

  /// From the scale of power to the point, and down to the step.
  private void mark(Svg svg, Plot plot, NumberLine line) {
    String y = Svg.number(y(plot, marked));
    svg.element(
        "path",
        "class",
        "outturn-marked",
        "d",
        "M%s %sH%sV%s"
            .formatted(
                Svg.number(plot.left()),
                y,
                Svg.number(line.x(marked.step())),
                Svg.number(plot.bottom())),
        "fill",
        "none",
        "stroke",
        Paint.CHANGE,
        "stroke-dasharray",
        "4 3");
    boolean late = line.x(marked.step()) > (plot.left() + plot.right()) / 2;
    boolean high = marked.power() > .5;
    svg.words(
        "text",
        label(line),
        "font-size",
        plot.fontSize(),
        "fill",
        Paint.CHANGE,
        "x",
        line.x(marked.step()) + (late ? -8 : 8),
        "y",
        y(plot, marked) + (high ? 1 : -1) * (plot.fontSize() + 4),
        "text-anchor",
        late ? "end" : "start");
  }

  private void curve(Svg svg, Plot plot, NumberLine line) {
    StringBuilder path = new StringBuilder();
    for (Point each : points) {
      path.append(path.isEmpty() ? 'M' : 'L').append(Svg.number(line.x(each.step())));
      path.append(' ').append(Svg.number(y(plot, each)));
    }
    svg.element(
        "path",
        "class",
        "outturn-curve",
        "d",
        path,
        "fill",
        "none",
        "stroke",
        Paint.EXPECTED,
        "stroke-width",
        1.8,
        "stroke-linejoin",
        "round");
    svg.open("class", "outturn-points", "fill", Paint.EXPECTED);
    for (Point each : points) {
      svg.hinted(
          "circle", told(each, line), "cx", line.x(each.step()), "cy", y(plot, each), "r", 2.4);
    }
    svg.close();
  }

  private static double y(Plot plot, Point point) {
    return plot.y(PERCENT * point.power());
  }

  private String label(NumberLine line) {
    return "%s: %s".formatted(line.values().valueNumbers().brief(marked.step()), percent(marked));
  }

  private static String percent(Point point) {
    return new Numbers(1).brief(PERCENT * point.power()) + " %";
  }

  private static String told(Point point, NumberLine line) {
    String step = line.values().valueNumbers().brief(point.step());
    return "A step of %s is seen with a chance of %s.".formatted(step, percent(point));
  }
}
