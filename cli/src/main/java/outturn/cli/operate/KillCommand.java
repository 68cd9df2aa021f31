package outturn.cli.operate;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn kill`.
@Command(
    name = "kill",
    description = "Kill a run or a task: what runs is ended at once, without time to tidy up.",
    footer = {"  outturn kill 01k9x3m2r7q8a load"})
public final class KillCommand extends TaskCommand {
  public KillCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "kill");
  }
}
