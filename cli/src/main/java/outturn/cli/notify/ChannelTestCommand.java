package outturn.cli.notify;

import outturn.cli.client.Client;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn channel test`: sends a message that says that it is a test.
@Command(
    name = "test",
    description = {
      "Send a message that says that it is a test, and tell whether it was taken.",
      "Of a system of tickets it is asked whether it answers; no ticket is opened."
    },
    footer = {"  outturn channel test night-shift"})
public final class ChannelTestCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the channel")
  private String name = "";

  public ChannelTestCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.post("channels", name, "test").json(Json.object()));
    show(answer, () -> terminal.line("the channel %s took the message".formatted(name)));
    return ExitCode.DONE;
  }
}
