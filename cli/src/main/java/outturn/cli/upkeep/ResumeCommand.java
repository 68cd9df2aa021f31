package outturn.cli.upkeep;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn resume`: lets a restored copy go on.
@Command(
    name = "resume",
    description = {
      "Let a restored copy go on.",
      "Until then no schedule starts a run and no task is sent to a worker. Be sure that the original does not work any more: both would do the same work."
    },
    footer = {"  outturn resume", "  outturn resume --data /var/lib/outturn"})
public final class ResumeCommand extends ServerCommand {
  public ResumeCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.post("resume").json(Json.object()));
    var told = new Fields(answer).isTrue("resumed") ? "the server goes on" : "nothing is held";
    show(answer, () -> terminal.line(told));
    return ExitCode.DONE;
  }
}
