package outturn.cli.schedule;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn schedule pause`.
@Command(
    name = "pause",
    description = {
      "Pause a schedule of a workflow on the server: its due times are skipped.",
      "Each of them is kept with who paused it and why."
    },
    footer = {"  outturn schedule pause payroll nightly --reason 'new bank next week'"})
public final class SchedulePauseCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "WORKFLOW", description = "the workflow's name")
  private String workflow = "";

  @Parameters(index = "1", paramLabel = "SCHEDULE", description = "the schedule's name")
  private String schedule = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "kept with each due time")
  private @Nullable String reason;

  public SchedulePauseCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    if (reason != null) body.put("reason", reason);
    var answer =
        client.send(Request.post("workflows", workflow, "schedules", schedule, "pause").json(body));
    boolean already = new Fields(answer).text("result").equals("unchanged");
    show(
        answer,
        () ->
            terminal.line(
                "schedule %s of %s is paused%s"
                    .formatted(schedule, workflow, already ? " already" : "")));
    return ExitCode.DONE;
  }
}
