package outturn.charts.course;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outturn.charts.axis.DateAxis;
import outturn.charts.axis.ValueAxis;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;
import outturn.evidence.series.Series;

/// Draws two plots with the same dates: values with what was expected, and their difference.
final class CounterfactualDrawing {
  private static final double UPPER_SHARE = .62;

  private final CounterfactualChart chart;
  private final Size size;
  private final double fontSize;
  private final Series difference;
  private final Series least;
  private final Series most;

  CounterfactualDrawing(CounterfactualChart chart, Size size) {
    this.chart = chart;
    this.size = size;
    this.fontSize = Layout.fontSize(size);
    this.difference = less(chart.expected().values());
    this.least = less(chart.expected().upper());
    this.most = less(chart.expected().lower());
  }

  private Series less(Series other) {
    Series values = chart.course().values();
    return Series.of(
        IntStream.range(0, values.size())
            .mapToDouble(i -> values.value(i) - other.value(i))
            .toArray());
  }

  Drawing drawing() {
    Legend legend = legend();
    double top = legend.bottom() + Layout.WORDS;
    double room = size.height() - Layout.TICK_LINES - top - Layout.BETWEEN;
    double border = top + UPPER_SHARE * room;
    ValueAxis upper = axis(border - top, chart.course().values(), bound(0), bound(1), bound(2));
    ValueAxis lower = axis((1 - UPPER_SHARE) * room, difference, least, most, Series.of(0));
    double left = Math.max(Layout.left(upper, fontSize), Layout.left(lower, fontSize));
    double right = size.width() - Layout.RIGHT;
    DateAxis dates = new DateAxis(chart.course().periods(), left, right);
    Svg svg =
        Svg.picture("counterfactual-chart", size, chart.course().caption().title(), words(upper));
    double bottom = size.height() - Layout.TICK_LINES;
    Panel values = new Panel(svg, dates, upper, new Box(left, top, right, border), fontSize);
    Panel differences =
        new Panel(
            svg, dates, lower, new Box(left, border + Layout.BETWEEN, right, bottom), fontSize);
    legend.draw(svg);
    values(values, dates);
    differences(svg, differences, dates);
    change(svg, values, dates);
    return svg.drawing();
  }

  private Series bound(int which) {
    Expected expected = chart.expected();
    return which == 0 ? expected.values() : which == 1 ? expected.lower() : expected.upper();
  }

  private static ValueAxis axis(double height, Series... all) {
    return Layout.axis(Stream.of(all).flatMapToDouble(Series::valid).toArray(), height);
  }

  private Legend legend() {
    return new Legend(size, fontSize, chart.course().unit())
        .line("observed", Paint.SERIES, Panel.SERIES_WIDTH, "none")
        .line(
            "expected without the change",
            Paint.EXPECTED,
            Panel.EXPECTED_WIDTH,
            Panel.EXPECTED_DASHES)
        .ground("its interval, %d %%".formatted(percent()), Paint.BAND);
  }

  private long percent() {
    return Math.round(100 * chart.expected().level());
  }

  private void values(Panel panel, DateAxis dates) {
    Expected expected = chart.expected();
    panel.band(expected.lower(), expected.upper(), Paint.BAND);
    panel.grid();
    panel.down(dates.border(chart.change()), Paint.CHANGE, changed());
    panel.line(expected.values(), Paint.EXPECTED, Panel.EXPECTED_WIDTH, Panel.EXPECTED_DASHES);
    panel.line(chart.course().values(), Paint.SERIES, Panel.SERIES_WIDTH, "none");
    panel.points(chart.course().values(), Paint.SERIES, i -> point(panel, i));
  }

  private String point(Panel panel, int period) {
    Expected expected = chart.expected();
    String value =
        chart.course().name(period)
            + ": "
            + panel.numbers().text(chart.course().values().value(period));
    return expected.values().isMissing(period)
        ? value + "."
        : "%s; expected %s, from %s to %s."
            .formatted(
                value,
                panel.numbers().text(expected.values().value(period)),
                panel.numbers().text(expected.lower().value(period)),
                panel.numbers().text(expected.upper().value(period)));
  }

  private void differences(Svg svg, Panel panel, DateAxis dates) {
    svg.words(
        "text",
        "difference in each period",
        "x",
        Layout.EDGE,
        "y",
        panel.box().top() - 12,
        "font-size",
        fontSize,
        "fill",
        Paint.INK);
    panel.band(least, most, Paint.BAND);
    panel.grid();
    panel.across(0, Paint.AXIS);
    panel.down(dates.border(chart.change()), Paint.CHANGE, changed());
    panel.line(difference, Paint.SERIES, Panel.SERIES_WIDTH, "none");
    panel.points(
        difference,
        Paint.SERIES,
        i ->
            "%s: %s, from %s to %s."
                .formatted(
                    chart.course().name(i),
                    panel.numbers().text(difference.value(i)),
                    panel.numbers().text(least.value(i)),
                    panel.numbers().text(most.value(i))));
    panel.dateAxis();
  }

  private String changed() {
    return "change, " + chart.course().name(chart.change());
  }

  private void change(Svg svg, Panel panel, DateAxis dates) {
    double x = dates.border(chart.change());
    double width = TextWidth.of(changed(), fontSize);
    boolean isRight = x + 5 + width <= size.width() - Layout.EDGE;
    svg.words(
        "text",
        changed(),
        "x",
        isRight ? x : Math.max(x, Layout.EDGE + width),
        "y",
        panel.box().top() - 5,
        "font-size",
        fontSize,
        "fill",
        Paint.CHANGE,
        "text-anchor",
        isRight ? "start" : "end");
  }

  /// The caption's description, the span, and how far values are from what was expected.
  private String words(ValueAxis axis) {
    double[] known = difference.valid().toArray();
    double mean = Arrays.stream(known).average().orElse(0);
    String after =
        known.length == 0
            ? "There is nothing to compare after the change."
            : "From %s on the %d values are on average %s %s what a model expects without the change."
                .formatted(
                    chart.course().name(chart.change()),
                    known.length,
                    axis.valueNumbers().text(Math.abs(mean)),
                    mean < 0 ? "below" : "above");
    return "%s %s %s"
        .formatted(chart.course().caption().description(), chart.course().span(), after)
        .strip();
  }
}
