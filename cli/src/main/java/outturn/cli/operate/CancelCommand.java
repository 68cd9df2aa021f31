package outturn.cli.operate;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn cancel`.
@Command(
    name = "cancel",
    description = "Cancel a run or a task: what runs is asked to end, nothing more begins.",
    footer = {
      "  outturn cancel 01k9x3m2r7q8a",
      "  outturn cancel 01k9x3m2r7q8a --reason 'wrong file from the bank'",
      "  outturn cancel --workflow payroll --state waiting --yes"
    })
public final class CancelCommand extends TaskCommand {
  public CancelCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "cancel");
  }
}
