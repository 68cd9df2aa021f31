package outturn.cli.operate;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn release`.
@Command(
    name = "release",
    description = "Release what is held: it goes on from where it stood.",
    footer = {"  outturn release 01k9x3m2r7q8a", "  outturn release --workflow payroll --yes"})
public final class ReleaseCommand extends TaskCommand {
  public ReleaseCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "release");
  }
}
