package outturn.cli.ahead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;

/// What will start, as a table. Days without a start that follow one another for the same reason
/// are one row.
final class AheadTable {
  private final Terminal terminal;

  AheadTable(Terminal terminal) {
    this.terminal = terminal;
  }

  /// A line of the API, and the last of those that it stands for.
  private static final class Row {
    final Fields line;
    Instant last;
    int count;

    Row(Fields line) {
      this.line = line;
      this.last = line.instant("last").orElseThrow();
      this.count = line.count("count");
    }

    boolean takes(Fields next) {
      return line.text("what").equals("skipped")
          && next.text("what").equals("skipped")
          && next.texts("notes").equals(line.texts("notes"));
    }

    void add(Fields next) {
      last = next.instant("last").orElseThrow();
      count += next.count("count");
    }
  }

  void print(Fields answer) {
    answer
        .instant("heldSince")
        .ifPresent(since ->
            terminal.remark(
                "this server is a restored copy, held since %s: nothing starts until `outturn resume`"
                    .formatted(since)));
    var rows = rows(answer.list("items"));
    if (rows.isEmpty()) {
      terminal.line(
          "nothing starts from %s to %s".formatted(answer.text("from"), answer.text("to")));
      return;
    }
    var table =
        new Table(
            Column.of("AT"),
            Column.of("FOR"),
            Column.of("WORKFLOW"),
            Column.flexible("SCHEDULE"),
            Column.ofNumbers("TYPICAL"),
            Column.ofNumbers("9 IN 10"),
            Column.ofNumbers("RUNS"),
            Column.of("ENDS"),
            Column.flexible("NOTE"));
    rows.forEach(row -> add(table, row));
    table.print(terminal);
  }

  private static List<Row> rows(List<Fields> lines) {
    var rows = new ArrayList<Row>();
    Map<String, Row> latest = new HashMap<>();
    for (var line : lines) {
      var key = line.text("workflow") + "/" + line.text("schedule");
      var before = latest.get(key);
      if (before != null && before.takes(line)) {
        before.add(line);
        continue;
      }
      var row = new Row(line);
      rows.add(row);
      latest.put(key, row);
    }
    return rows;
  }

  private static void add(Table table, Row row) {
    var line = row.line;
    var texts = new LineTexts(line);
    boolean starts = line.text("what").equals("starts");
    table.row(
        texts.due(),
        line.text("businessDate"),
        line.text("workflow"),
        line.text("schedule"),
        starts ? texts.median() : "",
        starts ? texts.ninth() : "",
        starts ? texts.runs() : "",
        texts.end(),
        switch (line.text("what")) {
          case "starts" -> texts.note();
          case "skipped" -> skipped(row, texts);
          default -> "not known from here on: " + String.join("; ", line.texts("notes"));
        });
  }

  private static String skipped(Row row, LineTexts texts) {
    var times =
        row.count > 1
            ? ", nor %d more until %s".formatted(row.count - 1, texts.near(row.last))
            : "";
    return "does not start%s: %s".formatted(times, String.join("; ", row.line.texts("notes")));
  }
}
