package outturn.cli.run;

import java.util.List;
import java.util.stream.Collectors;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Facts;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.States;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.cli.terminal.Times;

/// Tells everything about a run, or how it ended.
final class RunReport {
  private final Terminal terminal;
  private final Times times;

  RunReport(Terminal terminal, Times times) {
    this.terminal = terminal;
    this.times = times;
  }

  /// The facts of the run, its tasks, and what went wrong.
  void all(Run run) {
    headline(run);
    facts(run).print(terminal);
    var tasks = run.fields().list("tasks");
    if (!tasks.isEmpty()) {
      terminal.line("");
      table(tasks).print(terminal, "  ");
    }
    failures(run);
    acts(run.fields().list("acts"));
  }

  /// What people did to it, in the order in which they did.
  private void acts(List<Fields> acts) {
    if (acts.isEmpty()) return;
    terminal.line("");
    var table =
        new Table(
            Column.of("AT"),
            Column.of("WHO"),
            Column.of("DID"),
            Column.of("TASK"),
            Column.flexible("WHY"));
    for (var act : acts) {
      var at = act.instant("at").map(times::at).orElse("");
      table.row(at, act.text("who"), act.text("verb"), act.text("task"), act.text("why"));
    }
    table.print(terminal, "  ");
  }

  /// How it ended, in a line, and why if it failed.
  void end(Run run) {
    headline(run);
    failures(run);
  }

  private void headline(Run run) {
    var state = terminal.painted(States.cell(run.state(), terminal));
    var took = run.took(times);
    var after = took.isEmpty() ? "" : (run.isEnded() ? " after " : " for ") + took;
    terminal.line(
        "%s%s: run %s of %s"
            .formatted(state, after, run.id(), Cell.of(run.fields().text("workflow")).text()));
  }

  private Facts facts(Run run) {
    var fields = run.fields();
    var version = fields.find("version").map(", version %s"::formatted).orElse("");
    return new Facts()
        .add("project", fields.text("project") + version)
        .add("business date", fields.text("businessDate"))
        .add("due", run.at("due", times))
        .add("created", run.at("created", times))
        .add("started", run.at("started", times))
        .add("ended", run.at("ended", times))
        .add("started by", run.origin())
        .add("cancelled by", fields.text("cancelledBy"))
        .add("held by", held(fields.object("held")))
        .add("note", fields.text("note"))
        .add("warnings", warnings(fields))
        .add("inputs", pairs(fields.object("inputs")))
        .add("outputs", pairs(fields.object("outputs")))
        .add("tickets", tickets(fields.list("tickets")))
        .add("children", String.join(", ", fields.texts("children")));
  }

  private String held(Fields held) {
    if (!held.has("by")) return "";
    var since = held.instant("since").map(times::at).orElse("");
    var why = held.text("why").isEmpty() ? "" : ": " + held.text("why");
    return "%s since %s%s".formatted(held.text("by"), since, why);
  }

  private static String warnings(Fields run) {
    long warnings = run.count("warnings");
    return warnings == 0
        ? ""
        : "%s failed without failing the run".formatted(Figures.count(warnings, "task"));
  }

  private static String tickets(List<Fields> tickets) {
    return tickets.stream()
        .map(ticket -> "%s (%s)".formatted(ticket.text("number"), ticket.text("url")))
        .collect(Collectors.joining(", "));
  }

  private static String pairs(Fields object) {
    return object.json().properties().stream()
        .map(entry -> entry.getKey() + " = " + told(object, entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String told(Fields object, String name) {
    return object.find(name).orElseGet(() -> object.json().path(name).toString());
  }

  private Table table(List<Fields> tasks) {
    var table =
        new Table(
            Column.flexible("TASK"),
            Column.of("STATE"),
            Column.of("ITEMS"),
            Column.ofNumbers("ATTEMPTS"),
            Column.ofNumbers("TOOK"),
            Column.flexible("WHY"));
    for (var task : tasks) {
      var attempts = task.list("attempts");
      table.row(
          Cell.of(name(task)),
          state(task),
          items(task.object("items")),
          attempts.isEmpty() ? "" : String.valueOf(attempts.size()),
          attempts.isEmpty() || task.has("items") ? "" : Run.took(attempts.getLast(), times),
          why(task));
    }
    return table;
  }

  private Cell state(Fields task) {
    var state = States.cell(task.text("state"), terminal);
    var flags = String.join(", ", task.object("conduct").texts("flags"));
    return flags.isEmpty() ? state : new Cell(state.text() + ", " + flags, state.style());
  }

  /// Handlers are told with their section.
  private static String name(Fields task) {
    var section = task.object("conduct").find("section").orElse("tasks");
    return task.text("name") + (section.equals("tasks") ? "" : " (%s)".formatted(section));
  }

  private static String why(Fields task) {
    boolean tolerated = task.object("conduct").text("tolerated").equals("true");
    return tolerated ? "tolerated: the run goes on" : task.object("reason").text("text");
  }

  private static String items(Fields items) {
    if (!items.has("total")) return "";
    var failed = items.count("failed");
    return "%d of %d%s"
        .formatted(
            items.count("ended"),
            items.count("total"),
            failed > 0 ? ", %d failed".formatted(failed) : "");
  }

  private void failures(Run run) {
    for (var task : run.fields().list("tasks")) {
      if (!task.text("state").equals("failed")) continue;
      var failed =
          task.list("attempts").stream().filter(attempt -> attempt.has("failure")).toList();
      if (failed.isEmpty()) continue;
      terminal.line("");
      failure(run, task, failed);
    }
  }

  private void failure(Run run, Fields task, List<Fields> failed) {
    var last = failed.getLast();
    var item = last.find("item").map("[%s]"::formatted).orElse("");
    var message = last.object("failure").find("message").orElse("no reason given");
    var code =
        last.find("exitCode")
            .filter(number -> !number.equals("0"))
            .filter(number -> !message.startsWith("exit code " + number))
            .map(" (exit code %s)"::formatted);
    terminal.paragraph(
        "%s%s failed: %s%s".formatted(task.text("name"), item, message, code.orElse("")), "  ");
    var others = failed.stream().map(attempt -> attempt.text("item")).distinct().count() - 1;
    if (others > 0) terminal.line("  and " + Figures.count(others, "other item"));
    terminal.line("  outturn logs %s %s".formatted(run.id(), task.text("name")));
    task.object("conduct")
        .find("runbook")
        .ifPresent(runbook -> terminal.paragraph("runbook: " + runbook, "  "));
  }
}
