package outturn.charts.waterfall;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
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
import outturn.charts.waterfall.Step.Kind;
import outturn.charts.waterfall.Step.Money;
import outturn.evidence.quantity.Spread;

/// From the forecast of a business case down to what it is worth, each step with its range. What
/// cannot be told as cash is hatched.
///
/// @param unit of the money, such as "GBP of 2026"
/// @param steps from the top
public record Waterfall(Caption caption, String unit, List<Step> steps) {
  /// Two significant figures: more would claim a precision that no business case has.
  private static final MathContext DIGITS = new MathContext(2);

  private static final int NARROW = 520;
  private static final double CAP = 4;

  public Waterfall {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("no steps; expected at least what it is worth");
    }
  }

  /// As high as its steps need.
  public Drawing draw(int width) {
    double font = width < NARROW ? 11 : 12;
    Legend legend = new Legend(items(), new Size(width, 1), font, Plot.EDGE);
    Rows rows = Rows.of(rows(), font, Plot.EDGE + legend.height(), width);
    NumberLine line = NumberLine.holding(shown(), rows.left(), rows.right(), font);
    Size size = new Size(width, (int) Math.ceil(rows.bottom() + NumberLine.HEIGHT));
    Svg svg = Svg.picture("waterfall", size, caption.title(), description());
    legend.draw(svg, Plot.EDGE / 2);
    line.grid(svg, rows.top(), rows.bottom());
    line.draw(svg, rows.bottom(), unit);
    zero(svg, line, rows);
    for (int i = 0; i < steps.size(); i++) {
      bar(svg, line, rows, i);
    }
    rows.draw(svg);
    return svg.drawing();
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    items.add(Item.words("worth at P50"));
    items.add(new Item(Sample.LINE, Paint.INK, "P10 to P90 of what stands after the step"));
    if (steps.stream().anyMatch(step -> step.money() == Money.NOT_CASH)) {
      items.add(new Item(Sample.HATCHED, Paint.SERIES, "not cash, or not all of it"));
    }
    return items;
  }

  private List<Row> rows() {
    return steps.stream().map(step -> new Row(step.name(), number(step))).toList();
  }

  private double[] shown() {
    return DoubleStream.concat(
            DoubleStream.of(0),
            steps.stream()
                .flatMapToDouble(step ->
                    DoubleStream.of(
                        step.standing().p10(), step.standing().p50(), step.standing().p90())))
        .toArray();
  }

  private static void zero(Svg svg, NumberLine line, Rows rows) {
    svg.element(
        "path",
        "class",
        "outturn-zero",
        "d",
        line.down(0, rows.top(), rows.bottom()),
        "stroke",
        Paint.CENTRE,
        "stroke-width",
        1.2);
  }

  private void bar(Svg svg, NumberLine line, Rows rows, int index) {
    Step step = steps.get(index);
    double from = line.x(step.from());
    double to = line.x(step.standing().p50());
    rows.bar(svg, index, from, to, step.paint(), told(step));
    if (step.money() == Money.NOT_CASH) {
      rows.hatch(svg, index, from, to, step.paint());
    }
    range(svg, line.x(step.standing().p10()), line.x(step.standing().p90()), rows.y(index));
    for (int before = index - 1; step.kind() == Kind.CHANGE && before >= 0; before--) {
      if (steps.get(before).kind() == Kind.CHANGE) {
        String on = line.down(step.from(), rows.y(before), rows.y(index));
        svg.element("path", "d", on, "stroke", Paint.AXIS, "stroke-dasharray", "2 2");
        break;
      }
    }
  }

  private static void range(Svg svg, double from, double to, double y) {
    String cap = "v" + Svg.number(2 * CAP);
    svg.element(
        "path",
        "class",
        "outturn-range",
        "d",
        "M%s %s%sM%s %sH%sM%s %s%s"
            .formatted(
                Svg.number(from),
                Svg.number(y - CAP),
                cap,
                Svg.number(from),
                Svg.number(y),
                Svg.number(to),
                Svg.number(to),
                Svg.number(y - CAP),
                cap),
        "fill",
        "none",
        "stroke",
        Paint.INK,
        "stroke-width",
        1.2);
  }

  private static String told(Step step) {
    String cash = step.money() == Money.NOT_CASH ? "; not cash, or not all of it" : "";
    return switch (step.kind()) {
      case TOTAL -> "%s: %s%s.".formatted(step.name(), range(step.standing()), cash);
      case CHANGE ->
          "%s: %s; then %s%s."
              .formatted(step.name(), range(step.change()), range(step.standing()), cash);
    };
  }

  private static String number(Step step) {
    double worth = step.change().p50();
    String text = brief(worth);
    return step.kind() == Kind.CHANGE && worth > 0 ? "+" + text : text;
  }

  private static String range(Spread spread) {
    return "%s (%s to %s)".formatted(brief(spread.p50()), brief(spread.p10()), brief(spread.p90()));
  }

  private static String brief(double amount) {
    BigDecimal rounded = BigDecimal.valueOf(amount).round(DIGITS).stripTrailingZeros();
    return new Numbers(Math.max(0, rounded.scale())).text(rounded.doubleValue());
  }

  private String description() {
    return "%s P50 with P10 and P90, in %s: %s"
        .formatted(
            caption.description(),
            unit,
            steps.stream().map(Waterfall::told).collect(Collectors.joining(" ")))
        .strip();
  }
}
