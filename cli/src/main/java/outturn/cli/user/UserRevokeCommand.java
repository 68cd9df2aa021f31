package outturn.cli.user;

import outturn.cli.client.Client;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.NullNode;

/// `outturn user revoke`: takes away a role that was given for a project, for a service, or for the
/// whole server.
@Command(
    name = "revoke",
    description = {"Take away a role that was given with `outturn user grant`."},
    footer = {
      "  outturn user revoke mary --project housing",
      "  outturn user revoke repairs --service repairs --group"
    })
final class UserRevokeCommand extends ServerCommand {
  @Mixin private final Holding holding = new Holding();

  UserRevokeCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    holding.check();
    client.send(
        Request.delete("grants")
            .with(holding.kind(), holding.name())
            .with("project", holding.project())
            .with("service", holding.service()));
    show(
        NullNode.getInstance(),
        () ->
            terminal.line(
                "%s has no role of its own for %s any more"
                    .formatted(holding.name(), holding.place())));
    return ExitCode.DONE;
  }
}
