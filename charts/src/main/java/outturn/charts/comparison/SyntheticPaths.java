package outturn.charts.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import outturn.charts.axis.Cadence;
import outturn.charts.axis.DateAxis;
import outturn.charts.axis.Numbers;
import outturn.charts.axis.ValueAxis;
import outturn.charts.control.Caption;
import outturn.charts.plot.Legend;
import outturn.charts.plot.Legend.Item;
import outturn.charts.plot.Legend.Sample;
import outturn.charts.plot.Plot;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.evidence.series.Series;

/// A treated unit against its synthetic one, with the gap between them from the start on.
///
/// @param unit of the measure, as written above the axis
/// @param periods the first day of each period, ascending
/// @param pair the two paths, without gaps
/// @param start the first period with treatment, indexed from 0
public record SyntheticPaths(
    Caption caption, String unit, List<LocalDate> periods, Pair pair, int start) {
  private static final double WIDTH = 1.8;
  private static final double RADIUS = 2.2;

  /// @param name of the treated unit
  public record Pair(String name, Series treated, Series synthetic) {}

  public SyntheticPaths {
    periods = List.copyOf(periods);
    if (pair.treated().size() != periods.size() || pair.synthetic().size() != periods.size()) {
      throw new IllegalArgumentException(
          "%d treated and %d synthetic values for %d periods; expected as many"
              .formatted(pair.treated().size(), pair.synthetic().size(), periods.size()));
    }
    if (start < 1 || start >= periods.size()) {
      throw new IllegalArgumentException(
          "a start at %d; expected 1 to %d".formatted(start, periods.size() - 1));
    }
  }

  public Drawing draw(Size size) {
    double[] shown =
        DoubleStream.concat(pair.treated().valid(), pair.synthetic().valid()).toArray();
    Numbers numbers = new Numbers(ValueAxis.holding(shown, 2).valueNumbers().decimals() + 1);
    String gap = "gap, on average %s".formatted(numbers.text(averageGap()));
    List<Item> items =
        List.of(
            Item.words(unit),
            new Item(Sample.LINE, Paint.SERIES, pair.name()),
            new Item(Sample.DASHED, Paint.PLAN, "synthetic"),
            new Item(Sample.AREA, Paint.PLAN, gap));
    Plot plot = Plot.of(size, items, shown);
    DateAxis dates = new DateAxis(periods, plot.left(), plot.right());
    Svg svg = Svg.picture("synthetic", size, caption.title(), description(plot.numbers()));
    After.draw(svg, plot, dates.border(start));
    ticks(svg, plot, dates);
    area(svg, plot, dates);
    line(svg, plot, dates, pair.synthetic(), Paint.PLAN, Legend.DASHES);
    line(svg, plot, dates, pair.treated(), Paint.SERIES, "none");
    points(svg, plot, dates);
    return svg.drawing();
  }

  private double gap(int period) {
    return pair.treated().value(period) - pair.synthetic().value(period);
  }

  private double averageGap() {
    return IntStream.range(start, periods.size()).mapToDouble(this::gap).average().orElse(0);
  }

  private static void ticks(Svg svg, Plot plot, DateAxis dates) {
    svg.open(
        "class",
        "outturn-axis",
        "font-size",
        plot.fontSize(),
        "fill",
        Paint.MUTED,
        "text-anchor",
        "middle");
    for (DateAxis.Tick tick : dates.ticks(plot.fontSize())) {
      plot.tick(svg, dates.x(tick.date()), tick.label(), tick.year());
    }
    svg.close();
  }

  /// From the start line, where both paths are half way between their periods.
  private void area(Svg svg, Plot plot, DateAxis dates) {
    StringBuilder forth = new StringBuilder();
    StringBuilder back = new StringBuilder();
    for (int t = start; t < periods.size(); t++) {
      forth.append('L').append(at(plot, dates.x(t), pair.treated().value(t)));
      back.insert(0, "L" + at(plot, dates.x(t), pair.synthetic().value(t)));
    }
    double x = dates.border(start);
    String path =
        "M"
            + at(plot, x, middle(pair.treated()))
            + forth
            + back
            + "L"
            + at(plot, x, middle(pair.synthetic()))
            + "z";
    svg.element(
        "path",
        "class",
        "outturn-gap",
        "d",
        path,
        "fill",
        Paint.PLAN,
        "fill-opacity",
        Float.toString((float) Legend.FAINT));
  }

  private double middle(Series series) {
    return (series.value(start - 1) + series.value(start)) / 2;
  }

  private static void line(
      Svg svg, Plot plot, DateAxis dates, Series series, Paint paint, String dashes) {
    StringBuilder path = new StringBuilder();
    for (int t = 0; t < series.size(); t++) {
      path.append(t == 0 ? 'M' : 'L').append(at(plot, dates.x(t), series.value(t)));
    }
    svg.element(
        "path",
        "class",
        "outturn-path",
        "d",
        path,
        "fill",
        "none",
        "stroke",
        paint,
        "stroke-width",
        WIDTH,
        "stroke-dasharray",
        dashes,
        "stroke-linejoin",
        "round");
  }

  private void points(Svg svg, Plot plot, DateAxis dates) {
    Cadence cadence = Cadence.of(periods);
    svg.open("class", "outturn-points", "fill", Paint.SERIES);
    for (int t = 0; t < periods.size(); t++) {
      Numbers numbers = plot.numbers();
      String hint =
          "%s: %s, synthetic %s, gap %s."
              .formatted(
                  cadence.name(periods.get(t)),
                  numbers.text(pair.treated().value(t)),
                  numbers.text(pair.synthetic().value(t)),
                  numbers.text(gap(t)));
      svg.hinted(
          "circle", hint, "cx", dates.x(t), "cy", plot.y(pair.treated().value(t)), "r", RADIUS);
    }
    svg.close();
  }

  private static String at(Plot plot, double x, double value) {
    return Plot.number(x) + " " + Plot.number(plot.y(value));
  }

  private String description(Numbers numbers) {
    Cadence cadence = Cadence.of(periods);
    return "%s %s from %s to %s; from %s on it is %s from its synthetic one on average, %s at the end."
        .formatted(
            caption.description(),
            pair.name(),
            cadence.name(periods.getFirst()),
            cadence.name(periods.getLast()),
            cadence.name(periods.get(start)),
            numbers.text(averageGap()),
            numbers.text(gap(periods.size() - 1)))
        .strip();
  }
}
