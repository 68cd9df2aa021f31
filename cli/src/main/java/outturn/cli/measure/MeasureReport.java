package outturn.cli.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Facts;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.cli.terminal.Times;

/// Tells what a measure is and its latest observations.
final class MeasureReport {
  private static final int SHOWN = 20;

  private final Terminal terminal;
  private final Times times;

  MeasureReport(Terminal terminal, Times times) {
    this.terminal = terminal;
    this.times = times;
  }

  void tell(Fields whole) {
    var measure = whole.object("measure");
    terminal.line(new Cell(measure.text("name"), Style.STRONG));
    new Facts()
        .add("title", measure.text("title"))
        .add("type", measure.text("type"))
        .add("unit", measure.text("unit"))
        .add("better", better(measure))
        .add("cadence", measure.text("cadence"))
        .add("owner", measure.text("owner"))
        .add("project", measure.text("project"))
        .add("source", measure.text("source"))
        .print(terminal);
    quality(whole.object("quality"));
    observations(whole.list("observations"));
  }

  private void quality(Fields quality) {
    if (quality.number("share").isEmpty()) return;
    terminal.line("");
    terminal.line(
        "  %s of %s have a value that counts, %s %s not"
            .formatted(
                quality.text("counted"),
                Figures.count(quality.count("due"), "period"),
                Figures.count(quality.list("excluded").size(), "value"),
                quality.list("excluded").size() == 1 ? "does" : "do"));
    for (var failure : quality.list("failures")) terminal.line("  it " + failure.text("reason"));
  }

  /// `higher`, `lower`, or the range to be within.
  private static String better(Fields measure) {
    return measure
        .find("better")
        .orElseGet(() -> {
          var within = measure.object("better").numbers("within");
          return within.length == 2
              ? "within %s to %s".formatted(Figures.brief(within[0]), Figures.brief(within[1]))
              : "";
        });
  }

  private void observations(List<Fields> all) {
    terminal.line("");
    if (all.isEmpty()) {
      terminal.line("  no observations yet");
      return;
    }
    var latest =
        all.stream()
            .sorted(Comparator.comparing((Fields each) -> each.text("period")).reversed())
            .limit(SHOWN)
            .toList();
    if (latest.size() < all.size()) {
      terminal.line("  the latest %d of %d observations".formatted(latest.size(), all.size()));
    }
    var columns =
        new ArrayList<>(
            List.of(
                Column.of("PERIOD"),
                Column.flexible("SEGMENT"),
                Column.ofNumbers("VALUE"),
                Column.ofNumbers("OF"),
                Column.ofNumbers("REVISION"),
                Column.of("RECORDED"),
                Column.flexible("BY")));
    boolean someDoNotCount = latest.stream().anyMatch(each -> each.find("excluded").isPresent());
    if (someDoNotCount) columns.add(Column.flexible("NOT COUNTED, SINCE"));
    var table = new Table(columns.toArray(Column[]::new));
    latest.forEach(each -> row(table, columns.size(), each));
    table.print(terminal, "  ");
  }

  private void row(Table table, int columns, Fields observation) {
    var by = observation.object("by");
    var cells =
        List.of(
            observation.text("period"),
            observation.text("segment"),
            observation.number("value").map(Figures::brief).orElse(""),
            observation
                .number("denominator")
                .map(of ->
                    observation.number("numerator").map(Figures::brief).orElse("?")
                        + "/"
                        + Figures.brief(of))
                .orElse(""),
            observation.count("revision") > 1 ? observation.text("revision") : "",
            observation.instant("recordedAt").map(times::at).orElse(""),
            by.has("run") ? "run " + by.text("run") : by.text("user"),
            observation.find("excluded").orElse(""));
    table.row(cells.subList(0, columns).toArray());
  }
}
