package outturn.cli.outcome;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn outcome`: the group of commands about one outcome.
@Command(
    name = "outcome",
    description =
        "Look at one outcome, see what its steps lack, agree to it, forecast it, read and sign its impact, print, mail and pack its statement.",
    footer = {
      "  outturn outcome show one-visit",
      "  outturn outcome check one-visit",
      "  outturn outcome agree one-visit --comment 'this is what we asked for'",
      "  outturn outcome confirm one-visit",
      "  outturn outcome impact one-visit",
      "  outturn outcome sign one-visit --as owner --hash 3bcebb13ed8c",
      "  outturn outcome statement one-visit --pdf one-visit.pdf",
      "  outturn outcome package one-visit --out one-visit.zip",
      "  outturn outcome send one-visit"
    })
public final class OutcomeCommand {
  private OutcomeCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new OutcomeCommand())
        .addSubcommand(new OutcomeShowCommand(terminal, environment))
        .addSubcommand(new OutcomeCheckCommand(terminal, environment))
        .addSubcommand(new OutcomeAgreeCommand(terminal, environment))
        .addSubcommand(new OutcomeConfirmCommand(terminal, environment))
        .addSubcommand(new OutcomeImpactCommand(terminal, environment))
        .addSubcommand(new OutcomeSignCommand(terminal, environment))
        .addSubcommand(new OutcomeStatementCommand(terminal, environment))
        .addSubcommand(new OutcomePackageCommand(terminal, environment))
        .addSubcommand(new OutcomeSendCommand(terminal, environment));
  }
}
