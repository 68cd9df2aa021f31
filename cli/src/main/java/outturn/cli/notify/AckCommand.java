package outturn.cli.notify;

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

/// `outturn ack`: somebody takes care of a problem.
@Command(
    name = "ack",
    description = "Say that you take care of a problem: nobody else is told for want of an answer.",
    footer = {"  outturn ack 17 --reason 'the bank sends the file again at nine'"})
public final class AckCommand extends ServerCommand {
  @Parameters(paramLabel = "ID", description = "the notification's number")
  private String id = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "kept with it")
  private String reason = "";

  public AckCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    body.put("reason", reason);
    var answer = client.send(Request.post("notifications", id, "acknowledge").json(body));
    show(answer, () -> terminal.line("notification %s is acknowledged".formatted(id)));
    return ExitCode.DONE;
  }
}
