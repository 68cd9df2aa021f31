package outturn.cli.workflow;

import java.util.stream.Collectors;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Facts;
import outturn.cli.terminal.States;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.cli.terminal.Times;

/// Tells everything about a workflow.
final class WorkflowReport {
  private final Terminal terminal;
  private final Times times;

  WorkflowReport(Terminal terminal, Times times) {
    this.terminal = terminal;
    this.times = times;
  }

  void tell(Fields workflow) {
    terminal.line(new Cell(workflow.text("name"), Style.STRONG));
    new Facts()
        .add("title", workflow.text("title"))
        .add("project", workflow.text("project"))
        .add("version", workflow.text("version"))
        .add("service", workflow.text("service"))
        .add("owner", workflow.text("owner"))
        .print(terminal);
    section("Tasks", tasks(workflow));
    section("Inputs", inputs(workflow));
    section("Schedules", schedules(workflow));
    section("Triggers", triggers(workflow));
    section("Waits for", dependsOn(workflow));
    section("Due times", occurrences(workflow));
    section("Latest runs", runs(workflow));
  }

  private void section(String title, Table table) {
    if (table.isEmpty()) return;
    terminal.line("");
    terminal.line(new Cell(title, Style.STRONG));
    table.print(terminal, "  ");
  }

  private static Table tasks(Fields workflow) {
    var table = new Table(Column.of("TASK"), Column.of("DOES"), Column.flexible("NEEDS"));
    for (var task : workflow.list("tasks")) {
      table.row(task.text("name"), task.text("does"), String.join(", ", task.texts("needs")));
    }
    return table;
  }

  private static Table inputs(Fields workflow) {
    var table =
        new Table(
            Column.of("INPUT"),
            Column.of("TYPE"),
            Column.flexible("DEFAULT"),
            Column.flexible("CHOICES"),
            Column.flexible("TITLE"));
    for (var input : workflow.list("inputs")) {
      table.row(
          input.text("name"),
          input.text("type"),
          input.has("default") ? input.json().path("default").toString() : "",
          input.list("choices").stream()
              .map(choice -> choice.json().toString())
              .collect(Collectors.joining(", ")),
          input.text("title"));
    }
    return table;
  }

  private Table schedules(Fields workflow) {
    var table =
        new Table(Column.of("SCHEDULE"), Column.of("DUE"), Column.of("ZONE"), Column.of("NEXT"));
    for (var schedule : workflow.list("schedules")) {
      table.row(
          schedule.text("name"),
          schedule.text("timing"),
          schedule.text("timezone"),
          next(schedule));
    }
    return table;
  }

  private static Table triggers(Fields workflow) {
    var table = new Table(Column.of("TRIGGER"), Column.flexible("EVENT"));
    for (var trigger : workflow.list("triggers")) {
      table.row(trigger.text("name"), String.join(", ", trigger.texts("events")));
    }
    return table;
  }

  private static Table dependsOn(Fields workflow) {
    var table = new Table(Column.of("RUN OF"), Column.of("DATE"));
    for (var need : workflow.list("dependsOn")) {
      table.row(need.text("of"), need.text("businessDate"));
    }
    return table;
  }

  private String next(Fields schedule) {
    if (schedule.isTrue("held")) return "held";
    var paused = schedule.object("paused");
    if (paused.has("by")) return "paused by " + paused.text("by");
    var problem = schedule.find("problem");
    return problem.isPresent() ? "unknown: " + problem.get() : at(schedule, "next");
  }

  private Table occurrences(Fields workflow) {
    var table =
        new Table(
            Column.of("DUE"),
            Column.flexible("SCHEDULE"),
            Column.of("FOR"),
            Column.of("STATE"),
            Column.of("RUN"),
            Column.flexible("WHY"));
    for (var due : workflow.list("occurrences")) {
      var until = due.has("until") ? " to " + at(due, "until") : "";
      table.row(
          at(due, "due") + until,
          due.text("schedule"),
          due.text("businessDate"),
          States.cell(due.text("state"), terminal),
          due.text("run"),
          due.text("reason"));
    }
    return table;
  }

  private Table runs(Fields workflow) {
    var table =
        new Table(Column.of("RUN"), Column.of("STATE"), Column.of("STARTED"), Column.of("ENDED"));
    for (var run : workflow.list("lastRuns")) {
      table.row(
          run.text("id"),
          States.cell(run.text("state"), terminal),
          at(run, "started"),
          at(run, "ended"));
    }
    return table;
  }

  private String at(Fields fields, String name) {
    return fields.instant(name).map(times::at).orElse("");
  }
}
