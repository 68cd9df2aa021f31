package outturn.cli.operate;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn note`.
@Command(
    name = "note",
    description = "Write down something about a run for the next shift.",
    footer = {"  outturn note 01k9x3m2r7q8a 'called the bank, the file comes at six'"})
public final class NoteCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "RUN", description = "the run's id")
  private String run = "";

  @Parameters(index = "1", paramLabel = "TEXT", description = "the note")
  private String text = "";

  @Option(names = "--task", paramLabel = "TASK", description = "the task that it is about")
  private @Nullable String task;

  public NoteCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object().put("text", text);
    if (task != null) body.put("task", task);
    var answer = client.send(Request.post("runs", run, "notes").json(body));
    show(answer, () -> terminal.line("noted; `outturn notes` shows it to the next shift"));
    return ExitCode.DONE;
  }
}
