package outturn.cli.evidence.did;

import outturn.cli.evidence.GroundsReport;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.evidence.did.GroupTime;

/// Tells a difference in differences, and how much to make of it.
final class DidReport {
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final DidAnalysis analysis;

  DidReport(Terminal terminal, DidAnalysis analysis) {
    this.terminal = terminal;
    this.analysis = analysis;
  }

  /// @param name of the column
  void tell(String name) {
    var result = analysis.result();
    var panel = analysis.panel();
    terminal.line(new Cell("What changed in %s by the treatment".formatted(name), Style.STRONG));
    terminal.paragraph(
        "%s from %s to %s: %s, %s that are never treated; method: %s."
            .formatted(
                Figures.count(result.grounds().n(), "value"),
                panel.label(0),
                panel.label(panel.periods() - 1),
                Figures.count(panel.treated().length, "treated unit"),
                Figures.count(panel.controls().length, "unit"),
                result.grounds().method()),
        "");
    terminal.line("");
    var table = GroundsReport.estimates("EFFECT", result.effect().interval().level());
    GroundsReport.row(table, "average on the treated", result.effect());
    table.print(terminal, INDENT);
    terminal.line("");
    starts(panel.cohorts());
    new GroundsReport(terminal).tell(result.grounds());
  }

  private void starts(int... cohorts) {
    if (analysis.groupTimes().isEmpty()) return;
    var table =
        new Table(
            Column.of("START"),
            Column.flexible("UNITS"),
            Column.ofNumbers("PERIODS"),
            Column.ofNumbers("AVERAGE EFFECT"));
    for (var start : cohorts) {
      var after =
          analysis.groupTimes().stream()
              .filter(cell -> cell.start() == start && cell.period() >= start)
              .toList();
      var average = after.stream().mapToDouble(GroupTime::effect).average();
      table.row(
          analysis.panel().label(start),
          String.join(", ", analysis.starting(start)),
          Integer.toString(after.size()),
          average.isPresent() ? GroundsReport.figure(average.getAsDouble()) : "not known");
    }
    table.print(terminal, INDENT);
    terminal.line("");
  }
}
