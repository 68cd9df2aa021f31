package outturn.cli.run;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.States;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `outturn runs`: lists runs, newest first.
@Command(
    name = "runs",
    description = "List runs, newest first.",
    footer = {
      "  outturn runs",
      "  outturn runs --state failed,running --limit 10",
      "  outturn runs --workflow repairs-daily --date 2026-11-23 --json"
    })
public final class RunsCommand extends ServerCommand {
  @Option(names = "--workflow", paramLabel = "NAME", description = "only of this workflow")
  private @Nullable String workflow;

  @Option(names = "--project", paramLabel = "PROJECT", description = "only of this project")
  private @Nullable String project;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      split = ",",
      description = "only in these states: waiting, running, succeeded, failed, cancelled")
  private List<String> states = List.of();

  @Option(names = "--date", paramLabel = "DATE", description = "only for this business date")
  private @Nullable LocalDate date;

  @Option(names = "--backfill", paramLabel = "ID", description = "only of this backfill")
  private @Nullable String backfill;

  @Option(names = "--called", description = "also the runs that tasks of other runs called")
  private boolean called;

  @Option(names = "--limit", paramLabel = "N", description = "how many; default 50, at most 500")
  private @Nullable Integer limit;

  @Option(names = "--after", paramLabel = "CURSOR", description = "go on where a list ended")
  private @Nullable String after;

  public RunsCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer =
        client.send(
            Request.get("runs")
                .with("workflow", workflow)
                .with("project", project)
                .withAll("state", states)
                .with("businessDate", date)
                .with("called", called || workflow != null ? null : "false")
                .with("backfill", backfill)
                .with("after", after)
                .with("limit", limit));
    show(answer, () -> list(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void list(Fields answer) {
    var runs = answer.list("items").stream().map(Run::new).toList();
    if (runs.isEmpty()) {
      terminal.line("no runs");
      return;
    }
    var table =
        new Table(
            Column.of("RUN"),
            Column.of("STATE"),
            Column.flexible("WORKFLOW"),
            Column.of("FOR"),
            Column.of("STARTED"),
            Column.ofNumbers("TOOK"),
            Column.flexible("BY"));
    for (var run : runs) {
      table.row(
          run.id(),
          States.cell(run.state(), terminal),
          workflow(run),
          run.fields().text("businessDate"),
          run.at("started", times()),
          run.took(times()),
          run.origin());
    }
    table.print(terminal);
    answer
        .find("next")
        .ifPresent(next -> terminal.remark("more: the same command with --after " + next));
  }

  /// With its warnings, if there are any.
  private static String workflow(Run run) {
    long warnings = run.fields().count("warnings");
    var name = run.fields().text("workflow");
    return warnings == 0 ? name : "%s (%s)".formatted(name, Figures.count(warnings, "warning"));
  }
}
