package outturn.cli.run;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn reject`: says no to a task that asks.
@Command(
    name = "reject",
    description = "Reject what a task of a run asks for; the task fails.",
    footer = "  outturn reject 01k9x3m2r7q8a sign-off --comment 'wrong month'")
public final class RejectCommand extends AnswerCommand {
  public RejectCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "reject", "rejected");
  }
}
