package outturn.cli.outcome;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn outcome check`: the gates of an outcome, what each lacks, and what to do.
@Command(
    name = "check",
    description =
        "Say for each step of an outcome whether it is passed, what it lacks, what to do.",
    footer = {
      "  outturn outcome check one-visit",
      "  outturn outcome check one-visit --all",
      "",
      "Checks are of the steps describe and quantify. A warning keeps no step shut."
    })
final class OutcomeCheckCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the outcome's name")
  private String name = "";

  @Option(names = "--all", description = "also what is in order")
  private boolean all;

  OutcomeCheckCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("outcomes", name, "check"));
    var shown = all ? GateReport.Shown.ALL : GateReport.Shown.OPEN;
    show(answer, () -> new GateReport(terminal, shown).tell(new Fields(answer)));
    return ExitCode.DONE;
  }
}
