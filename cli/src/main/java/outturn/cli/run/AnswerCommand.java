package outturn.cli.run;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a person says to a task that asks for approval.
abstract class AnswerCommand extends ServerCommand {
  private final String verb;
  private final String done;

  @Parameters(index = "0", paramLabel = "RUN", description = "the run's id")
  private String id = "";

  @Parameters(index = "1", paramLabel = "TASK", description = "the task that asks")
  private String task = "";

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      description = "kept with the task and in the audit trail")
  private @Nullable String comment;

  AnswerCommand(Terminal terminal, Environment environment, String verb, String done) {
    super(terminal, environment);
    this.verb = verb;
    this.done = done;
  }

  @Override
  protected final ExitCode run(Client client) {
    var body = Json.object();
    if (comment != null) body.put("comment", comment);
    var answer = client.send(Request.post("runs", id, "tasks", task, verb).json(body));
    show(answer, () -> terminal.line("task %s of run %s is %s".formatted(task, id, done)));
    return ExitCode.DONE;
  }
}
