package outturn.cli.evidence.changepoint;

import java.util.ArrayList;
import java.util.stream.Collectors;
import outturn.cli.evidence.GroundsReport;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.evidence.changepoint.BreaksResult;
import outturn.evidence.changepoint.LevelChangesResult;
import outturn.evidence.changepoint.StabilityTests;

/// Asks what happened at each change, and tells how it was found.
final class ChangePointReport {
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final ChangePointAnalysis analysis;

  ChangePointReport(Terminal terminal, ChangePointAnalysis analysis) {
    this.terminal = terminal;
    this.analysis = analysis;
  }

  /// @param name of the column
  void tell(String name) {
    var timeline = analysis.timeline();
    terminal.line(new Cell("Where %s may have changed".formatted(name), Style.STRONG));
    terminal.paragraph(
        "%s from %s to %s, one each %s, method: %s."
            .formatted(
                Figures.count(analysis.grounds().n(), "value"),
                timeline.label(0),
                timeline.label(timeline.size() - 1),
                timeline.step(),
                analysis.grounds().method()),
        "");
    terminal.line("");
    changes();
    terminal.line("");
    switch (analysis.answer()) {
      case ChangePointAnalysis.Answer.Levels(var result) -> levels(result);
      case ChangePointAnalysis.Answer.Breaks(var result, var _) -> breaks(result);
    }
    terminal.line("");
    new GroundsReport(terminal).tell(analysis.grounds());
  }

  private void changes() {
    var found = analysis.changes();
    if (found.changes().isEmpty()) {
      terminal.paragraph(
          "No change stands out. A small or a short one can hide in the noise.", INDENT);
      return;
    }
    var ranged = found.changes().stream().anyMatch(each -> each.range().isPresent());
    var columns = new ArrayList<Column>();
    columns.add(Column.of("LAST BEFORE"));
    if (ranged) columns.add(Column.of("MAY LIE IN"));
    columns.add(Column.ofNumbers("BEFORE"));
    columns.add(Column.ofNumbers("AFTER"));
    columns.add(Column.flexible("QUESTION"));
    var table = new Table(columns.toArray(Column[]::new));
    for (var i = 0; i < found.changes().size(); i++) {
      var change = found.changes().get(i);
      var cells = new ArrayList<String>();
      cells.add(analysis.timeline().label(change.lastBefore()));
      analysis.range(change).ifPresent(cells::add);
      cells.add(GroundsReport.figure(analysis.mean(found.segments().get(i))));
      cells.add(GroundsReport.figure(analysis.mean(found.segments().get(i + 1))));
      cells.add(analysis.question(change));
      table.row(cells.toArray());
    }
    table.print(terminal, INDENT);
    terminal.paragraph(
        "Ask those who were there. What they remember may be a reason; the change alone is none.",
        INDENT);
  }

  private void levels(LevelChangesResult result) {
    terminal.paragraph(
        "Noise about the levels: standard deviation %s, neighbours correlate by %s."
            .formatted(
                GroundsReport.figure(Math.sqrt(result.variance())),
                GroundsReport.figure(result.autocorrelation())),
        INDENT);
  }

  private void breaks(BreaksResult result) {
    var table =
        new Table(
            Column.ofNumbers("BREAKS"),
            Column.ofNumbers("SQUARES"),
            Column.ofNumbers("BIC"),
            Column.flexible("LAST BEFORE"));
    for (var each : result.candidates()) {
      table.row(
          Integer.toString(each.breaks()),
          GroundsReport.figure(each.squares()),
          GroundsReport.figure(each.bic()),
          each.lastBefore().stream()
              .map(analysis.timeline()::label)
              .collect(Collectors.joining(", ")));
    }
    table.print(terminal, INDENT);
    terminal.paragraph("The least BIC chooses. Tests of no change at all:", INDENT);
    var tests = new Table(Column.of("TEST"), Column.ofNumbers("STATISTIC"), Column.ofNumbers("P"));
    row(tests, "supF", result.tests().supF());
    row(tests, "cusum", result.tests().cusum());
    row(tests, "recursive", result.tests().recursive());
    tests.print(terminal, INDENT);
  }

  private static void row(Table table, String name, StabilityTests.Test test) {
    table.row(name, GroundsReport.figure(test.statistic()), GroundsReport.p(test.p()));
  }
}
