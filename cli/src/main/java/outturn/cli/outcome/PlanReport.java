package outturn.cli.outcome;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.cli.terminal.Times;

/// Tells what an outcome is likely to come to.
final class PlanReport {
  private static final String INDENT = "  ";
  private static final double HUNDRED = 100;

  /// About so many periods are told, and always the last one.
  private static final int ROWS = 8;

  private static final int MOST_DRIVERS = 5;

  private final Terminal terminal;

  PlanReport(Terminal terminal) {
    this.terminal = terminal;
  }

  void tell(Fields planned) {
    terminal.line(new Cell(planned.text("title"), Style.STRONG));
    terminal.paragraph(planned.text("statement"), "");
    planned.list("measures").forEach(this::measure);
  }

  private void measure(Fields measure) {
    terminal.line("");
    terminal.line(new Cell(measure.text("title"), Style.STRONG));
    if (!measure.has("forecast")) {
      terminal.paragraph("No forecast. " + measure.object("refusal").text("text"), INDENT);
      return;
    }
    for (var sentence : measure.texts("sentences")) terminal.paragraph(sentence, INDENT);
    var forecast = measure.object("forecast");
    warnings(forecast.texts("warnings"));
    terminal.line("");
    path(forecast.list("points"), measure.find("unit").orElse(""));
    drivers(forecast.list("drivers"));
    terminal.line(
        INDENT
            + "%s simulated plans, seed %s"
                .formatted(forecast.text("draws"), forecast.text("seed")));
  }

  private void warnings(List<String> warnings) {
    for (var each : warnings) {
      terminal.paragraph(each, INDENT + terminal.painted(new Cell("!", Style.DOUBTFUL)) + " ");
    }
  }

  private void path(List<Fields> points, String unit) {
    var table =
        new Table(
            Column.of("PERIOD"),
            Column.ofNumbers("1 IN 10 BELOW"),
            Column.ofNumbers("HALF BELOW"),
            Column.ofNumbers("9 IN 10 BELOW"),
            Column.of(""));
    int step = Math.max(1, points.size() / ROWS);
    for (int i = (points.size() - 1) % step; i < points.size(); i += step) {
      var point = points.get(i);
      table.row(
          point.text("period"),
          Position.figure(point, "p10"),
          Position.figure(point, "p50"),
          Position.figure(point, "p90"),
          unit);
    }
    table.print(terminal, INDENT);
  }

  private void drivers(List<Fields> drivers) {
    if (drivers.isEmpty()) return;
    terminal.paragraph(
        "What decides most of it: %s."
            .formatted(
                drivers.stream()
                    .limit(MOST_DRIVERS)
                    .map(PlanReport::named)
                    .collect(Collectors.joining(", "))),
        INDENT);
  }

  private static String named(Fields driver) {
    var name = driver.text("name");
    var what =
        switch (driver.text("kind")) {
          case "effect" -> "the effect of " + name;
          case "start" -> "the start of " + name;
          case "level" -> "the level before";
          default -> name;
        };
    return String.format(Locale.ROOT, "%s (%+.2f)", what, driver.number("correlation").orElse(0.0));
  }

  /// The latest acceptance, and those before it.
  void tellAccepted(Fields accepted, Times times) {
    var table =
        new Table(
            Column.of("MEASURE"),
            Column.ofNumbers("VERSION"),
            Column.of("ACCEPTED"),
            Column.of("BY"),
            Column.ofNumbers("CHANCE"),
            Column.ofNumbers("TARGET"),
            Column.of("DUE"),
            Column.flexible("REASON"));
    for (var each : accepted.list("items")) {
      table.row(
          each.text("measure"),
          each.text("version"),
          each.instant("at").map(times::at).orElse(""),
          each.text("by"),
          "%.0f %%".formatted(HUNDRED * each.number("chance").orElse(0.0)),
          Position.figure(each, "target"),
          each.text("due"),
          each.text("reason"));
    }
    table.print(terminal);
  }
}
