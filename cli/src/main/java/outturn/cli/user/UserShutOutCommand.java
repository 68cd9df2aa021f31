package outturn.cli.user;

import outturn.cli.client.Client;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.NullNode;

/// `outturn user shut-out`: takes every way in from somebody at once.
@Command(
    name = "shut-out",
    description = {
      "End the password, links, tokens and sessions of a user, all at once.",
      "What the user did stays, and so do the roles: a new password lets the user in again."
    },
    footer = "  outturn user shut-out mary")
final class UserShutOutCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the user's name")
  private String name = "";

  UserShutOutCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    client.send(Request.delete("users", name, "access"));
    show(
        NullNode.getInstance(),
        () ->
            terminal.line(
                "%1$s is shut out; `outturn user password %1$s` lets %1$s in again"
                    .formatted(name)));
    return ExitCode.DONE;
  }
}
