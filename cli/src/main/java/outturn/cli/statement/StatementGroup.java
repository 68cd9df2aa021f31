package outturn.cli.statement;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn statement`: the group of commands about statements of outcomes.
@Command(
    name = "statement",
    description = "Advise on the statement of an outcome, without a server.",
    footer = {
      "  outturn statement check \"Callers wait 2 minutes instead of 9 by October\"",
      "  outturn statement check --csv statements.csv --project housing"
    })
public final class StatementGroup {
  private StatementGroup() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new StatementGroup())
        .addSubcommand(new StatementCheckCommand(terminal, environment));
  }
}
