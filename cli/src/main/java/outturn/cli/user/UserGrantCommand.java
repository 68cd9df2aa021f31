package outturn.cli.user;

import outturn.cli.client.Client;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.NullNode;

/// `outturn user grant`: gives a role for a project, for a service, or for the whole server.
@Command(
    name = "grant",
    description = {
      "Give a user or a group a role beyond the user's own: for a project, for a service, or for the whole server.",
      "Another role at the same place is replaced. Owners of a project give roles for it, administrators all."
    },
    footer = {
      "  outturn user grant mary operator --project housing",
      "  outturn user grant repairs owner --service repairs --group"
    })
final class UserGrantCommand extends ServerCommand {
  @Mixin private final Holding holding = new Holding();

  @Parameters(index = "1", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
  private UserAddCommand.Role role = UserAddCommand.Role.VIEWER;

  UserGrantCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    holding.check();
    var body = Json.object().put(holding.kind(), holding.name()).put("role", role.toString());
    if (holding.project() != null) body.put("project", holding.project());
    if (holding.service() != null) body.put("service", holding.service());
    client.send(Request.post("grants").json(body));
    show(
        NullNode.getInstance(),
        () -> terminal.line("%s is %s for %s".formatted(holding.name(), role, holding.place())));
    return ExitCode.DONE;
  }
}
