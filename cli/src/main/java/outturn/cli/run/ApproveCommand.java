package outturn.cli.run;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn approve`: says yes to a task that asks.
@Command(
    name = "approve",
    description = "Approve what a task of a run asks for; the run goes on.",
    footer = "  outturn approve 01k9x3m2r7q8a sign-off --comment 'figures agree'")
public final class ApproveCommand extends AnswerCommand {
  public ApproveCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "approve", "approved");
  }
}
