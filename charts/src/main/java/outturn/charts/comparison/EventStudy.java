package outturn.charts.comparison;

import java.util.List;
import java.util.stream.IntStream;
import outturn.charts.axis.Numbers;
import outturn.charts.control.Caption;
import outturn.charts.plot.Legend.Item;
import outturn.charts.plot.Legend.Sample;
import outturn.charts.plot.Plot;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;

/// The difference of treated and controls by periods since the start: near zero before, if they
/// moved in parallel, and the effect after.
///
/// @param unit of the difference, as written above the axis
/// @param level of the intervals, such as 0.95
/// @param points in order of time, at least one
public record EventStudy(Caption caption, String unit, double level, List<Point> points) {
  private static final double GAP = 14;

  /// A difference with its interval, in the unit.
  ///
  /// @param sinceStart 0 is the first period with treatment
  public record Point(int sinceStart, double value, double lower, double upper) {
    /// The period that all others are compared with.
    private boolean isReference() {
      return lower == upper;
    }
  }

  public EventStudy {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("no points; expected one for each period");
    }
  }

  public Drawing draw(Size size) {
    String interval =
        "difference, with its interval of %s %%".formatted(new Numbers(1).brief(100 * level));
    List<Item> items = List.of(Item.words(unit), new Item(Sample.POINT, Paint.SERIES, interval));
    Plot plot = Plot.of(size, items, shown());
    Svg svg = Svg.picture("event-study", size, caption.title(), description(plot.numbers()));
    After.draw(svg, plot, x(plot, -.5));
    svg.element(
        "path",
        "class",
        "outturn-zero",
        "d",
        plot.across(0),
        "stroke",
        Paint.CENTRE,
        "stroke-width",
        1.2);
    ticks(svg, plot);
    points(svg, plot);
    return svg.drawing();
  }

  /// Zero is always on the scale.
  private double[] shown() {
    return IntStream.range(0, 2 * points.size() + 1)
        .mapToDouble(i -> {
          if (i == 2 * points.size()) {
            return 0;
          }
          Point point = points.get(i / 2);
          return i % 2 == 0 ? point.lower() : point.upper();
        })
        .toArray();
  }

  private int first() {
    return Math.min(-1, points.getFirst().sinceStart());
  }

  private int last() {
    return Math.max(0, points.getLast().sinceStart());
  }

  private double x(Plot plot, double sinceStart) {
    double share = (sinceStart - first() + .5) / (last() - first() + 1.0);
    return plot.left() + share * (plot.right() - plot.left());
  }

  private double spacing(Plot plot) {
    return (plot.right() - plot.left()) / (last() - first() + 1.0);
  }

  private void ticks(Svg svg, Plot plot) {
    Numbers whole = new Numbers(0);
    double widest =
        Math.max(
            TextWidth.of(whole.text(first()), plot.fontSize()),
            TextWidth.of(whole.text(last()), plot.fontSize()));
    int step = step((widest + GAP) / spacing(plot));
    svg.open(
        "class",
        "outturn-axis",
        "font-size",
        plot.fontSize(),
        "fill",
        Paint.MUTED,
        "text-anchor",
        "middle");
    for (int at = Math.ceilDiv(first(), step) * step; at <= last(); at += step) {
      String label = whole.text(at);
      // The last label may be wider than its place.
      if (x(plot, at) + TextWidth.of(label, plot.fontSize()) / 2 <= plot.right() + Plot.EDGE) {
        plot.tick(svg, x(plot, at), label, "");
      }
    }
    svg.words(
        "text",
        "periods since the start",
        "x",
        (plot.left() + plot.right()) / 2,
        "y",
        plot.bottom() + 2 * plot.fontSize() + 7);
    svg.close();
  }

  /// 1, 2, 5, 10, 20 and so on.
  private static int step(double least) {
    int power = 1;
    while (5 * power < least) {
      power *= 10;
    }
    return least <= power ? power : least <= 2.0 * power ? 2 * power : 5 * power;
  }

  private void points(Svg svg, Plot plot) {
    double radius = Math.clamp(spacing(plot) * .3, 1.8, 4);
    svg.open("class", "outturn-points", "stroke", Paint.SERIES);
    for (Point point : points) {
      double x = x(plot, point.sinceStart());
      if (!point.isReference()) {
        String line =
            "M%s %sV%s"
                .formatted(
                    Plot.number(x),
                    Plot.number(plot.y(point.lower())),
                    Plot.number(plot.y(point.upper())));
        svg.element("path", "d", line, "stroke-width", 1.2);
      }
      svg.hinted(
          "circle",
          told(point, plot.numbers()),
          "cx",
          x,
          "cy",
          plot.y(point.value()),
          "r",
          radius,
          "fill",
          point.sinceStart() < 0 ? Paint.SURFACE : Paint.SERIES);
    }
    svg.close();
  }

  private static String told(Point point, Numbers numbers) {
    String when =
        point.sinceStart() < 0
            ? "%d before the start".formatted(-point.sinceStart())
            : "%d since the start".formatted(point.sinceStart());
    return point.isReference()
        ? when + ": compared with."
        : "%s: %s (%s to %s)."
            .formatted(
                when,
                numbers.text(point.value()),
                numbers.text(point.lower()),
                numbers.text(point.upper()));
  }

  private String description(Numbers numbers) {
    long outside =
        points.stream()
            .filter(p -> p.sinceStart() < 0 && !p.isReference())
            .filter(p -> p.lower() > 0 || p.upper() < 0)
            .count();
    Point end = points.getLast();
    return "%s %d periods before the start, of which %d differ from zero. The last point: %s"
        .formatted(
            caption.description(),
            points.stream().filter(p -> p.sinceStart() < 0).count(),
            outside,
            told(end, numbers))
        .strip();
  }
}
