package outturn.cli.project;

import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;

/// What applying a project changes on the server: the answer to a plan.
record Changes(Fields fields) {

  String project() {
    return fields.text("project");
  }

  /// The number of the state on the server that the plan was made against.
  int base() {
    return fields.count("base");
  }

  boolean isNothing() {
    return fields.isTrue("unchanged");
  }

  boolean removes() {
    return fields.list("changes").stream().anyMatch(each -> each.text("action").equals("remove"));
  }

  void print(Terminal terminal) {
    fields.text("text").lines().forEach(line -> terminal.line(new Cell(line, style(line))));
  }

  private static Style style(String line) {
    if (line.startsWith("+ ")) return Style.GOOD;
    if (line.startsWith("- ")) return Style.BAD;
    return line.startsWith("~ ") ? Style.DOUBTFUL : Style.PLAIN;
  }
}
