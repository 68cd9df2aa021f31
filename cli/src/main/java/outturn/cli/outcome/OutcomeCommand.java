package outturn.cli.outcome;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn outcome`: the group of commands about one outcome.
@Command(
    name = "outcome",
    description = "Look at one outcome.",
    footer = {"  outturn outcome show one-visit", "  outturn outcome confirm one-visit"})
public final class OutcomeCommand {
  private OutcomeCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new OutcomeCommand())
        .addSubcommand(new OutcomeShowCommand(terminal, environment))
        .addSubcommand(new OutcomeConfirmCommand(terminal, environment));
  }
}
