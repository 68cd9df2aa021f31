package outturn.charts.answers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import outturn.charts.answers.Group.Answer;
import outturn.charts.answers.Group.Side;
import outturn.charts.axis.Numbers;
import outturn.charts.control.Caption;
import outturn.charts.plot.Legend;
import outturn.charts.plot.Legend.Item;
import outturn.charts.plot.Legend.Sample;
import outturn.charts.plot.NumberLine;
import outturn.charts.plot.Plot;
import outturn.charts.plot.Rows;
import outturn.charts.plot.Rows.Row;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;
import outturn.evidence.estimate.Estimate;

/// Answers as bars with how many gave each, if they are known, and below them what they say of all:
/// the estimate with its interval.
///
/// @param scale what the estimate is, in which unit
/// @param ends numbers that have to be on the scale of the estimate, such as 0 and 1
public record AnswerChart(
    Caption caption, String scale, List<Double> ends, Estimate estimate, List<Group> groups) {
  private static final int NARROW = 520;
  private static final double WORDS = 20;
  private static final double INTERVAL = 34;
  private static final double BETWEEN = 12;

  public AnswerChart {
    groups = List.copyOf(groups);
    ends = List.copyOf(ends);
  }

  /// As high as its answers need.
  public Drawing draw(int width) {
    double font = width < NARROW ? 11 : 12;
    Legend legend = new Legend(items(), new Size(width, 1), font, Plot.EDGE);
    List<Rows> bars = bars(font, width, Plot.EDGE / 2 + legend.height());
    double top = bars.isEmpty() ? Plot.EDGE / 2 : bars.getLast().bottom() + BETWEEN;
    double bottom = top + WORDS + INTERVAL;
    Size size = new Size(width, (int) Math.ceil(bottom + NumberLine.HEIGHT));
    Svg svg = Svg.picture("answers", size, caption.title(), description());
    legend.draw(svg, Plot.EDGE / 2);
    for (int i = 0; i < bars.size(); i++) {
      words(svg, heading(groups.get(i)), bars.get(i).top() - WORDS, font, width);
      draw(svg, groups.get(i), bars.get(i), most());
    }
    words(svg, told(), top, font, width);
    interval(svg, top + WORDS, bottom, font, width);
    return svg.drawing();
  }

  /// What the colours say, if they say anything.
  private List<Item> items() {
    EnumSet<Side> sides = EnumSet.noneOf(Side.class);
    groups.forEach(group -> group.answers().forEach(answer -> sides.add(answer.side())));
    sides.remove(Side.NEITHER);
    return sides.stream()
        .map(side ->
            side == Side.FOR
                ? new Item(Sample.AREA, paint(side), "counts")
                : new Item(Sample.HATCHED, paint(side), "counts against"))
        .toList();
  }

  private List<Rows> bars(double font, int width, double from) {
    List<Rows> all = new ArrayList<>();
    double top = from;
    for (Group group : groups) {
      List<Row> rows =
          group.answers().stream().map(each -> new Row(each.label(), number(group, each))).toList();
      all.add(Rows.of(rows, font, top + WORDS, width));
      top = all.getLast().bottom() + BETWEEN / 2;
    }
    return all;
  }

  /// The largest share of a group that gave one answer: the groups are drawn on one scale.
  private double most() {
    return groups.stream()
        .flatMapToDouble(group -> group.answers().stream().mapToDouble(each -> share(group, each)))
        .filter(share -> share > 0)
        .max()
        .orElse(1);
  }

  private static double share(Group group, Answer answer) {
    return answer.count() / (double) Math.max(1, group.size());
  }

  private static void draw(Svg svg, Group group, Rows rows, double most) {
    for (int i = 0; i < group.answers().size(); i++) {
      Answer each = group.answers().get(i);
      double to = rows.left() + (rows.right() - rows.left()) * share(group, each) / most;
      String hint = "%s: %s.".formatted(each.label(), number(group, each));
      rows.bar(svg, i, rows.left(), to, paint(each.side()), hint);
      if (each.side() == Side.AGAINST) {
        rows.hatch(svg, i, rows.left(), to, paint(each.side()));
      }
    }
    rows.draw(svg);
  }

  private static Paint paint(Side side) {
    return switch (side) {
      case FOR -> Paint.EXPECTED;
      case NEITHER -> Paint.LIMIT;
      case AGAINST -> Paint.CONCERN_EDGE;
    };
  }

  private static void words(Svg svg, String words, double top, double font, int width) {
    svg.words(
        "text",
        TextWidth.fit(words, font, width - 2 * Plot.EDGE),
        "font-size",
        font,
        "fill",
        Paint.INK,
        "x",
        Plot.EDGE,
        "y",
        top + WORDS / 2 + font * .35);
  }

  private void interval(Svg svg, double top, double bottom, double font, int width) {
    double lower = estimate.interval().lower();
    double upper = estimate.interval().upper();
    double[] shown =
        DoubleStream.concat(
                ends.stream().mapToDouble(Double::doubleValue),
                DoubleStream.of(lower, estimate.value(), upper))
            .toArray();
    NumberLine line = NumberLine.holding(shown, Plot.EDGE + 14, width - Plot.EDGE - 14, font);
    line.grid(svg, top, bottom);
    line.draw(svg, bottom, scale);
    if (line.values().low() <= 0 && line.values().high() >= 0) {
      String zero = line.down(0, top, bottom);
      svg.element("path", "class", "outturn-zero", "d", zero, "stroke", Paint.CENTRE);
    }
    double y = (top + bottom) / 2;
    svg.element(
        "path",
        "class",
        "outturn-interval",
        "d",
        "M%s %sH%s".formatted(Svg.number(line.x(lower)), Svg.number(y), Svg.number(line.x(upper))),
        "stroke",
        Paint.SERIES,
        "stroke-width",
        2.4);
    svg.hinted(
        "circle", told(), "cx", line.x(estimate.value()), "cy", y, "r", 5, "fill", Paint.SERIES);
  }

  private static String heading(Group group) {
    String answers =
        new Numbers(0).text(group.size()) + (group.size() == 1 ? " answer" : " answers");
    return group.name().isEmpty() ? answers : group.name() + ": " + answers;
  }

  private static String number(Group group, Answer answer) {
    Numbers whole = new Numbers(0);
    double percent = 100 * share(group, answer);
    String share = percent > 0 && percent < .5 ? "<1" : whole.text(percent);
    return "%s (%s %%)".formatted(whole.text(answer.count()), share);
  }

  /// The estimate and its interval in words.
  private String told() {
    double lower = estimate.interval().lower();
    double upper = estimate.interval().upper();
    double spread = upper > lower ? upper - lower : Math.abs(estimate.value());
    Numbers numbers = Numbers.forRange(spread);
    return "%s (%s to %s, interval of %s %%)"
        .formatted(
            numbers.text(estimate.value()),
            numbers.text(lower),
            numbers.text(upper),
            new Numbers(1).brief(100 * estimate.interval().level()));
  }

  private String description() {
    String answers =
        groups.stream()
            .map(group ->
                "%s. %s."
                    .formatted(
                        heading(group),
                        group.answers().stream()
                            .map(each -> each.label() + ": " + number(group, each))
                            .collect(Collectors.joining(", "))))
            .collect(Collectors.joining(" "));
    return "%s %s %s: %s.".formatted(caption.description(), answers, scale, told()).strip();
  }
}
