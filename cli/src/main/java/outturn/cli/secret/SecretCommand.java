package outturn.cli.secret;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn secret`: the group of commands about secrets.
@Command(
    name = "secret",
    description = {
      "Set, list or remove secrets.",
      "Definitions use them as $${secrets.NAME}; nobody can read a value back."
    },
    footer = {"  outturn secret set bank-password", "  outturn secret list"})
public final class SecretCommand {
  private SecretCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new SecretCommand())
        .addSubcommand(new SecretSetCommand(terminal, environment))
        .addSubcommand(new SecretListCommand(terminal, environment))
        .addSubcommand(new SecretRemoveCommand(terminal, environment));
  }
}
