package outturn.cli.user;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn user`: the group of commands about users.
@Command(
    name = "user",
    description = {
      "Add, list or shut out users, set passwords, and say who may do what.",
      "Roles, each with the rights of those before it: viewer, operator, editor, owner, admin."
    },
    footer = {
      "  outturn user add mary --role operator",
      "  outturn user password mary",
      "  outturn user list"
    })
public final class UserCommand {
  private UserCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new UserCommand())
        .addSubcommand(new UserAddCommand(terminal, environment))
        .addSubcommand(new UserPasswordCommand(terminal, environment))
        .addSubcommand(new UserShutOutCommand(terminal, environment))
        .addSubcommand(new UserGrantCommand(terminal, environment))
        .addSubcommand(new UserRevokeCommand(terminal, environment))
        .addSubcommand(new UserListCommand(terminal, environment));
  }
}
