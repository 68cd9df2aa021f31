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

/// `outturn schedule resume`.
@Command(
    name = "resume",
    description = "Let a paused schedule go on, from its next due time.",
    footer = {"  outturn schedule resume payroll nightly"})
public final class ScheduleResumeCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "WORKFLOW", description = "the workflow's name")
  private String workflow = "";

  @Parameters(index = "1", paramLabel = "SCHEDULE", description = "the schedule's name")
  private String schedule = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "kept in the audit trail")
  private @Nullable String reason;

  public ScheduleResumeCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    if (reason != null) body.put("reason", reason);
    var answer =
        client.send(
            Request.post("workflows", workflow, "schedules", schedule, "resume").json(body));
    boolean already = new Fields(answer).text("result").equals("unchanged");
    show(
        answer,
        () ->
            terminal.line(
                "schedule %s of %s goes on%s"
                    .formatted(schedule, workflow, already ? " already" : "")));
    return ExitCode.DONE;
  }
}
