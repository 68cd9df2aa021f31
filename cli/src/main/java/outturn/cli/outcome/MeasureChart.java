package outturn.cli.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.charts.control.Caption;
import outturn.charts.control.ControlChart;
import outturn.charts.control.Quantity;
import outturn.charts.terminal.Alphabet;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Terminal;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.Limits;
import outturn.evidence.xmr.Variation;
import outturn.evidence.xmr.XmrChart;
import outturn.evidence.xmr.XmrOptions;
import outturn.evidence.xmr.XmrPhase;
import outturn.evidence.xmr.XmrPoint;

/// The chart of a measure as the server computed it, made ready for drawing in a terminal.
final class MeasureChart {
  private static final int WIDEST = 100;
  private static final int NARROWEST = 40;
  private static final int INDENT = 2;
  private static final int ROWS = 14;

  private final Fields measure;
  private final Fields chart;
  private final List<LocalDate> periods;
  private final double[] values;

  MeasureChart(Fields measure) {
    this.measure = measure;
    this.chart = measure.object("chart");
    this.periods = chart.texts("periods").stream().map(LocalDate::parse).toList();
    this.values = chart.numbers("values");
  }

  /// Lines of characters; empty if there is nothing to draw, or no room for it.
  Optional<String> drawing(Terminal terminal) {
    var columns = Math.min(terminal.columns() - INDENT, WIDEST);
    if (columns < NARROWEST || periods.size() < 2 || periods.size() != values.length) {
      return Optional.empty();
    }
    var alphabet = terminal.can(Terminal.Ability.SIGNS) ? Alphabet.UNICODE : Alphabet.ASCII;
    return Optional.of(new outturn.charts.terminal.Terminal(columns, ROWS, alphabet).draw(whole()));
  }

  private ControlChart whole() {
    var title = measure.find("title").orElseGet(() -> measure.text("measure"));
    var drawn =
        ControlChart.of(
            new Caption(title, ""), Quantity.of(measure.text("unit")), periods, controlChart());
    for (var each : chart.list("excluded")) {
      var place = periods.indexOf(LocalDate.parse(each.text("period")));
      var value = each.number("value");
      if (place >= 0 && value.isPresent()) {
        drawn = drawn.withExcluded(place, value.get(), each.text("why"));
      }
    }
    var target = chart.number("target");
    if (target.isPresent()) drawn = drawn.withTarget(target.get());
    for (var change : chart.list("changes")) {
      var label = change.find("title").orElseGet(() -> change.text("name"));
      drawn = drawn.withChange(LocalDate.parse(change.text("date")), label);
    }
    return drawn;
  }

  private XmrChart controlChart() {
    var phases = phases();
    return new XmrChart(
        Series.of(values), XmrOptions.standard(direction()), phases, points(phases), List.of());
  }

  private Direction direction() {
    return switch (measure.text("better")) {
      case "higher" -> Direction.HIGHER_IS_BETTER;
      case "lower" -> Direction.LOWER_IS_BETTER;
      default -> Direction.NEUTRAL;
    };
  }

  private List<XmrPhase> phases() {
    var written = chart.list("phases");
    var starts = written.stream().mapToInt(phase -> index(phase.text("from"))).toArray();
    var phases = new ArrayList<XmrPhase>();
    for (var i = 0; i < starts.length; i++) {
      var to = i + 1 < starts.length ? starts[i + 1] : periods.size();
      var window = new Window(starts[i], Math.max(starts[i], to));
      phases.add(new XmrPhase(window, window.length(), limits(written.get(i)), 0));
    }
    return phases;
  }

  private static @Nullable Limits limits(Fields phase) {
    if (phase.number("mean").isEmpty()) return null;
    var centre = phase.number("mean").get();
    var lower = phase.number("lower").orElse(centre);
    var upper = phase.number("upper").orElse(centre);
    return new Limits(centre, lower, upper, 0, 0);
  }

  /// The first period that is not before a date.
  private int index(String date) {
    var from = LocalDate.parse(date);
    return (int) periods.stream().takeWhile(period -> period.isBefore(from)).count();
  }

  private List<XmrPoint> points(List<XmrPhase> phases) {
    var flags = flags();
    return IntStream.range(0, values.length)
        .mapToObj(index ->
            new XmrPoint(
                index,
                values[index],
                phase(phases, index),
                List.of(),
                flags.getOrDefault(periods.get(index), Variation.COMMON_CAUSE)))
        .toList();
  }

  private static int phase(List<XmrPhase> phases, int index) {
    return (int) phases.stream().skip(1).takeWhile(phase -> phase.window().from() <= index).count();
  }

  private Map<LocalDate, Variation> flags() {
    var flags = new HashMap<LocalDate, Variation>();
    for (var flag : chart.list("flags")) {
      var variation =
          switch (flag.text("kind")) {
            case "improvement" -> Variation.IMPROVEMENT;
            case "concern" -> Variation.CONCERN;
            default -> Variation.NEUTRAL;
          };
      flags.put(LocalDate.parse(flag.text("period")), variation);
    }
    return flags;
  }
}
