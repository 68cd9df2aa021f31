package outturn.cli.operate;

import outturn.cli.client.Fields;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;

/// What came of a verb for many runs, or would come.
final class OperatedReport {
  private final Terminal terminal;
  private final String verb;

  OperatedReport(Terminal terminal, String verb) {
    this.terminal = terminal;
    this.verb = verb;
  }

  void print(Fields answer) {
    var runs = answer.list("runs");
    if (runs.isEmpty()) {
      terminal.line("no run is chosen by this filter");
      return;
    }
    var table =
        new Table(
            Column.of("RUN"),
            Column.flexible("WORKFLOW"),
            Column.of("FOR"),
            Column.of("RESULT"),
            Column.flexible("STATE"));
    for (var run : runs) {
      table.row(
          run.text("run"),
          run.text("workflow"),
          run.text("businessDate"),
          answer.isTrue("preview") && run.text("result").equals("done")
              ? "would be done"
              : run.text("result"),
          run.find("reason").orElseGet(() -> states(run)));
    }
    table.print(terminal);
    terminal.line("");
    summary(answer, runs.size());
  }

  private static String states(Fields run) {
    return run.find("after")
        .filter(after -> !after.equals(run.text("before")))
        .map(after -> run.text("before") + " -> " + after)
        .orElseGet(() -> run.text("before"));
  }

  private void summary(Fields answer, int all) {
    var more = answer.isTrue("more") ? "; the filter has more, do it again for those" : "";
    if (answer.isTrue("preview")) {
      terminal.line(
          "nothing is done yet: %s %s of %d with --yes%s"
              .formatted(verb, Figures.count(answer.count("done"), "run"), all, more));
    } else {
      terminal.line(
          "%s: %d done, %d unchanged, %d refused%s"
              .formatted(
                  verb,
                  answer.count("done"),
                  answer.count("unchanged"),
                  answer.count("refused"),
                  more));
    }
  }
}
