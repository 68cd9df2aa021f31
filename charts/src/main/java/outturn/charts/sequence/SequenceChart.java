package outturn.charts.sequence;

import java.util.List;
import java.util.stream.DoubleStream;
import outturn.charts.axis.Numbers;
import outturn.charts.control.Caption;
import outturn.charts.plot.Legend;
import outturn.charts.plot.Legend.Item;
import outturn.charts.plot.Legend.Sample;
import outturn.charts.plot.NumberLine;
import outturn.charts.plot.Plot;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;

/// What each look has found so far: an estimate that settles, and a confidence sequence that
/// narrows about it.
///
/// @param unit of the estimate, as written above the axis
/// @param level of the sequence, such as 0.95
/// @param planned values at the review that the sequence is made for; drawn if there are so many
/// @param looks by ascending number of values, at least one
public record SequenceChart(
    Caption caption, String unit, double level, int planned, List<Look> looks) {
  /// An estimate after so many values, in the unit.
  public record Look(int values, double estimate, double lower, double upper) {}

  public SequenceChart {
    looks = List.copyOf(looks);
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("no looks; expected at least one");
    }
  }

  public Drawing draw(Size size) {
    String sequence = "confidence sequence of %s %%".formatted(new Numbers(1).brief(100 * level));
    List<Item> items =
        List.of(
            Item.words(unit),
            new Item(Sample.LINE, Paint.SERIES, "estimate"),
            new Item(Sample.AREA, Paint.PLAN, sequence));
    Plot plot = Plot.of(size, items, shown());
    NumberLine line = across(plot);
    Svg svg = Svg.picture("sequence", size, caption.title(), description(plot.numbers()));
    plot.draw(svg);
    line.draw(svg, plot.bottom(), "values so far");
    band(svg, plot, line);
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
    estimates(svg, plot, line);
    if (planned >= looks.getFirst().values() && planned <= looks.getLast().values()) {
      plot.mark(svg, line.x(planned), "planned review", "outturn-review");
    }
    return svg.drawing();
  }

  /// Zero is always on the scale.
  private double[] shown() {
    return DoubleStream.concat(
            DoubleStream.of(0),
            looks.stream().flatMapToDouble(look -> DoubleStream.of(look.lower(), look.upper())))
        .toArray();
  }

  private NumberLine across(Plot plot) {
    double[] values = looks.stream().mapToDouble(Look::values).toArray();
    return NumberLine.holding(values, plot.left(), plot.right(), plot.fontSize());
  }

  /// Along the upper bounds and back along the lower.
  private void band(Svg svg, Plot plot, NumberLine line) {
    StringBuilder path = new StringBuilder();
    for (Look look : looks) {
      path.append(path.isEmpty() ? 'M' : 'L').append(at(plot, line, look, look.upper()));
    }
    for (Look look : looks.reversed()) {
      path.append('L').append(at(plot, line, look, look.lower()));
    }
    svg.element(
        "path",
        "class",
        "outturn-band",
        "d",
        path.append('z'),
        "fill",
        Paint.PLAN,
        "fill-opacity",
        Float.toString((float) Legend.FAINT),
        "stroke",
        Paint.PLAN,
        "stroke-width",
        .6);
  }

  private void estimates(Svg svg, Plot plot, NumberLine line) {
    StringBuilder path = new StringBuilder();
    for (Look look : looks) {
      path.append(path.isEmpty() ? 'M' : 'L').append(at(plot, line, look, look.estimate()));
    }
    svg.element(
        "path",
        "class",
        "outturn-series",
        "d",
        path,
        "fill",
        "none",
        "stroke",
        Paint.SERIES,
        "stroke-width",
        1.6);
    svg.open("class", "outturn-points", "fill", Paint.SERIES);
    for (Look look : looks) {
      svg.hinted(
          "circle",
          told(look, plot.numbers()),
          "cx",
          line.x(look.values()),
          "cy",
          plot.y(look.estimate()),
          "r",
          look.equals(looks.getLast()) ? 3.5 : 1.4);
    }
    svg.close();
  }

  private static String at(Plot plot, NumberLine line, Look look, double value) {
    return Plot.number(line.x(look.values())) + " " + Plot.number(plot.y(value));
  }

  private static String told(Look look, Numbers numbers) {
    return "%s values: %s (%s to %s)."
        .formatted(
            new Numbers(0).text(look.values()),
            numbers.text(look.estimate()),
            numbers.text(look.lower()),
            numbers.text(look.upper()));
  }

  private String description(Numbers numbers) {
    return "%s %d looks; the last: %s"
        .formatted(caption.description(), looks.size(), told(looks.getLast(), numbers))
        .strip();
  }
}
