package outturn.cli.operate;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn run-now`.
@Command(
    name = "run-now",
    description =
        "Let a run or a task go on that waits for its turn, for other workflows, for a time or for its next attempt.",
    footer = {"  outturn run-now 01k9x3m2r7q8a", "  outturn run-now 01k9x3m2r7q8a load"})
public final class RunNowCommand extends TaskCommand {
  public RunNowCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "run-now");
  }
}
