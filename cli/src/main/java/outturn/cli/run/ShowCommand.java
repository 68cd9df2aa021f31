package outturn.cli.run;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn show`: a run with its tasks.
@Command(
    name = "show",
    description = "Show a run: its tasks, how long they took, what went wrong.",
    footer = {"  outturn show 01k9x3m2r7q8a", "  outturn show 01k9x3m2r7q8a --json"})
public final class ShowCommand extends ServerCommand {
  @Parameters(paramLabel = "RUN", description = "the run's id")
  private String id = "";

  public ShowCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("runs", id));
    show(answer, () -> new RunReport(terminal, times()).all(new Run(new Fields(answer))));
    return ExitCode.DONE;
  }
}
