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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Pauses a schedule on the server, or lets it go on.
abstract class ScheduleSwitch extends ServerCommand {
  private final String verb;
  private final String done;

  @Parameters(index = "0", paramLabel = "WORKFLOW", description = "the workflow's name")
  private String workflow = "";

  @Parameters(index = "1", paramLabel = "SCHEDULE", description = "the schedule's name")
  private String schedule = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "kept in the audit trail, and with each due time of a pause")
  private @Nullable String reason;

  /// @param done what is said of the schedule then, such as `is paused`
  ScheduleSwitch(Terminal terminal, Environment environment, String verb, String done) {
    super(terminal, environment);
    this.verb = verb;
    this.done = done;
  }

  @Override
  protected final ExitCode run(Client client) {
    var body = Json.object();
    if (reason != null) body.put("reason", reason);
    var answer =
        client.send(Request.post("workflows", workflow, "schedules", schedule, verb).json(body));
    boolean already = new Fields(answer).text("result").equals("unchanged");
    show(
        answer,
        () ->
            terminal.line(
                "schedule %s of %s %s%s"
                    .formatted(schedule, workflow, done, already ? " already" : "")));
    return ExitCode.DONE;
  }
}
