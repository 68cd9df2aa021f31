package outturn.cli.ahead;

import java.time.Instant;
import java.util.List;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;

/// What would be different, in three tables: starts, durations, ends.
final class WhatIfReport {
  private final Terminal terminal;

  WhatIfReport(Terminal terminal) {
    this.terminal = terminal;
  }

  void tell(Fields answer) {
    var differences = answer.list("differences");
    var shorter = answer.list("shorter");
    var delays = answer.list("delays");
    section("Starts", differences(differences));
    section("Durations", shorter(shorter));
    section("Ends, estimated", delays(delays));
    if (differences.isEmpty() && shorter.isEmpty() && delays.isEmpty()) {
      terminal.line("nothing would be different");
    }
    int left = answer.count("leftOut");
    if (left > 0) terminal.remark("%d more are left out; ask about fewer days".formatted(left));
    var unknown = answer.texts("withoutHistory");
    if (!unknown.isEmpty()) {
      terminal.remark("not in the estimate, without history yet: " + String.join(", ", unknown));
    }
  }

  private void section(String title, Table table) {
    if (table.isEmpty()) return;
    terminal.line(new Cell(title, Style.STRONG));
    table.print(terminal, "  ");
  }

  private static Table differences(List<Fields> differences) {
    var table =
        new Table(
            Column.of("START"),
            Column.of("AT"),
            Column.of("FOR"),
            Column.of("WORKFLOW"),
            Column.flexible("SCHEDULE"),
            Column.flexible("NOTE"));
    for (var each : differences) {
      var line = each.object("line");
      var texts = new LineTexts(line);
      var note = each.find("why").orElseGet(texts::note);
      table.row(
          each.text("change"),
          texts.due(),
          line.text("businessDate"),
          line.text("workflow"),
          line.text("schedule"),
          note);
    }
    return table;
  }

  private static Table shorter(List<Fields> shorter) {
    var table =
        new Table(
            Column.of("WORKFLOW"),
            Column.flexible("WITHOUT"),
            Column.ofNumbers("TYPICAL"),
            Column.ofNumbers("SHORTER BY"));
    for (var each : shorter) {
      var typical = each.object("typical").number("medianSeconds");
      table.row(
          each.text("workflow"),
          String.join(", ", each.texts("without")),
          typical.map(LineTexts::took).orElse("no history yet"),
          LineTexts.took(each.number("savedSeconds").orElse(0.0)));
    }
    return table;
  }

  private static Table delays(List<Fields> delays) {
    var table =
        new Table(
            Column.of("DUE"),
            Column.of("WORKFLOW"),
            Column.of("ENDS NOW"),
            Column.of("WOULD END"),
            Column.ofNumbers("WAITS"),
            Column.flexible("WHY"));
    for (var each : delays) {
      table.row(
          each.text("due"),
          each.text("workflow"),
          each.instant("endsNow").map(Instant::toString).orElse("never"),
          each.instant("endsThen").map(Instant::toString).orElse("never"),
          LineTexts.took(each.number("waitsSeconds").orElse(0.0)),
          each.text("why"));
    }
    return table;
  }
}
