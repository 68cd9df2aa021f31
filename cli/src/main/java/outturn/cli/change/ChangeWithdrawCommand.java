package outturn.cli.change;

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

/// `outturn change withdraw`: says that an event did not happen after all.
@Command(
    name = "withdraw",
    description = "Say that an event that was told did not happen; what was told is kept.",
    footer = "  outturn change withdraw letters --note 'put off'")
final class ChangeWithdrawCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the event's name")
  private String name = "";

  @Option(names = "--note", required = true, paramLabel = "TEXT", description = "why")
  private String note = "";

  ChangeWithdrawCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    body.put("withdrawn", true);
    body.put("note", note);
    var answer = client.send(Request.put("changes", name).json(body));
    show(answer, () -> terminal.line("change %s is withdrawn".formatted(name)));
    return ExitCode.DONE;
  }
}
