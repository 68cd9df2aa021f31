package outturn.cli.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Pages;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.States;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn workflows`: all workflows, or one.
@Command(
    name = "workflows",
    description = {
      "List workflows with their latest runs (newest first) and next start, or show one."
    },
    footer = {
      "  outturn workflows",
      "  outturn workflows --project housing",
      "  outturn workflows repairs-daily"
    })
public final class WorkflowsCommand extends ServerCommand {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "show this workflow")
  private @Nullable String name;

  @Option(names = "--service", paramLabel = "NAME", description = "only of this service")
  private @Nullable String service;

  @Option(names = "--project", paramLabel = "NAME", description = "only of this project")
  private @Nullable String project;

  public WorkflowsCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    if (name != null) {
      var answer = client.send(Request.get("workflows", name));
      show(answer, () -> new WorkflowReport(terminal, times()).tell(new Fields(answer)));
      return ExitCode.DONE;
    }
    var answer =
        Pages.all(
            client, Request.get("workflows").with("service", service).with("project", project));
    show(answer, () -> list(new Fields(answer).list("items")));
    return ExitCode.DONE;
  }

  private void list(List<Fields> workflows) {
    if (workflows.isEmpty()) {
      terminal.line("no workflows; apply a project: outturn apply DIR");
      return;
    }
    var table =
        new Table(
            Column.of("WORKFLOW"),
            Column.flexible("PROJECT"),
            Column.of("NOW"),
            Column.of("LATEST"),
            Column.of("NEXT"),
            Column.flexible("TITLE"));
    for (var workflow : workflows) {
      table.row(
          workflow.text("name"),
          workflow.text("project"),
          live(workflow.object("live")),
          latest(workflow),
          next(workflow).orElse(""),
          workflow.text("title"));
    }
    table.print(terminal);
  }

  private static String live(Fields live) {
    var parts = new ArrayList<String>();
    if (live.count("running") > 0) parts.add(live.count("running") + " running");
    if (live.count("waiting") > 0) parts.add(live.count("waiting") + " waiting");
    return String.join(", ", parts);
  }

  private String latest(Fields workflow) {
    return workflow.list("lastRuns").stream()
        .map(run -> States.mark(run.text("state"), terminal))
        .collect(Collectors.joining());
  }

  private Optional<String> next(Fields workflow) {
    if (workflow.list("schedules").stream().anyMatch(each -> each.isTrue("held"))) {
      return Optional.of("held");
    }
    return workflow.list("schedules").stream()
        .flatMap(schedule -> schedule.instant("next").stream())
        .min(Comparator.naturalOrder())
        .map(times()::at);
  }
}
