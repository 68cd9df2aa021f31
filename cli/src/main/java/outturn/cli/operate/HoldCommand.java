package outturn.cli.operate;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn hold`.
@Command(
    name = "hold",
    description = "Hold a run or a task: nothing new of it begins, what runs goes on.",
    footer = {
      "  outturn hold 01k9x3m2r7q8a --reason 'the bank is late'",
      "  outturn hold 01k9x3m2r7q8a load",
      "  outturn hold --workflow payroll --business-date 2026-11-30 --yes"
    })
public final class HoldCommand extends TaskCommand {
  public HoldCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "hold");
  }
}
