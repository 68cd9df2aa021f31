package outturn.cli.token;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn token`: the group of commands about API tokens.
@Command(
    name = "token",
    description = {"Make, list or revoke API tokens: the keys of programs that act for you."},
    footer = {
      "  outturn token make deploy --role editor --project housing --days 30",
      "  outturn token list"
    })
public final class TokenCommand {
  private TokenCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new TokenCommand())
        .addSubcommand(new TokenMakeCommand(terminal, environment))
        .addSubcommand(new TokenListCommand(terminal, environment))
        .addSubcommand(new TokenRevokeCommand(terminal, environment));
  }
}
