package outturn.cli.evidence.attainment;

import java.util.Locale;
import java.util.stream.Collectors;
import outturn.cli.evidence.GroundsReport;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.evidence.attainment.Driver;
import outturn.evidence.attainment.Target;
import outturn.evidence.attainment.Update;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.quantity.Spread;

/// Tells people what a plan is likely to come to.
final class ProspectReport {
  private static final int ROWS = 12;

  private final Terminal terminal;
  private final Prospect prospect;

  ProspectReport(Terminal terminal, Prospect prospect) {
    this.terminal = terminal;
    this.prospect = prospect;
  }

  void tell() {
    var now = prospect.now();
    terminal.line(new Cell("Will the plan reach " + aim(prospect.plan().target()), Style.STRONG));
    terminal.paragraph(
        "The chance is %s; without the levers of People it is %s."
            .formatted(chance(now.attained()), chance(now.withoutPeople())),
        "");
    prospect.update().ifPresent(this::since);
    terminal.line("");
    path();
    drivers();
    new GroundsReport(terminal).tell(now.grounds());
  }

  private void since(Update update) {
    terminal.paragraph(
        "Before anything was observed it was %s. %s of the simulated plans were at least as bad as the latest value."
            .formatted(chance(update.before().attained()), GroundsReport.percent(update.lag())),
        "");
  }

  /// About a dozen periods, and always the due one.
  private void path() {
    var path = prospect.now().path();
    var due = prospect.plan().target().due();
    var step = Math.max(1, (path.size() + ROWS - 1) / ROWS);
    var table =
        new Table(
            Column.ofNumbers("PERIOD"),
            Column.ofNumbers("P10"),
            Column.ofNumbers("P50"),
            Column.ofNumbers("P90"),
            Column.of(""));
    for (var period = 0; period < path.size(); period++) {
      if (period % step != 0 && period != due) continue;
      row(table, period, path.get(period), period == due ? "due" : "");
    }
    table.print(terminal, "  ");
    terminal.line("");
  }

  private static void row(Table table, int period, Spread spread, String note) {
    table.row(
        String.valueOf(period),
        GroundsReport.figure(spread.p10()),
        GroundsReport.figure(spread.p50()),
        GroundsReport.figure(spread.p90()),
        note);
  }

  private void drivers() {
    var drivers = prospect.now().drivers();
    if (drivers.isEmpty()) return;
    terminal.paragraph(
        "What decides most of the due value, by rank correlation: %s."
            .formatted(
                drivers.stream()
                    .limit(ROWS)
                    .map(ProspectReport::named)
                    .collect(Collectors.joining(", "))),
        "  ");
    terminal.line("");
  }

  private static String named(Driver driver) {
    var what =
        switch (driver.kind()) {
          case EFFECT -> "effect of " + driver.name();
          case START -> "start of " + driver.name();
          case CONTINGENCY -> driver.name();
          case LEVEL -> "level before the plan";
        };
    return String.format(Locale.ROOT, "%s (%+.2f)", what, driver.correlation());
  }

  private static String chance(Estimate estimate) {
    return "%s (%s to %s by the simulation)"
        .formatted(
            GroundsReport.percent(estimate.value()),
            GroundsReport.percent(estimate.interval().lower()),
            GroundsReport.percent(estimate.interval().upper()));
  }

  private static String aim(Target target) {
    var value = GroundsReport.figure(target.value());
    return switch (target.rule()) {
      case Target.Rule.At _ -> "%s in period %d?".formatted(value, target.due());
      case Target.Rule.By _ -> "%s once by period %d?".formatted(value, target.due());
      case Target.Rule.Sustained(var periods, var of) ->
          "%s in %d of the %d periods up to %d?".formatted(value, periods, of, target.due());
    };
  }
}
