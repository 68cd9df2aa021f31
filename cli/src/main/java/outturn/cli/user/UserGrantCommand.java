package outturn.cli.user;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
  @Parameters(index = "0", paramLabel = "NAME", description = "the user, or with --group the group")
  private String name = "";

  @Parameters(index = "1", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
  private UserAddCommand.Role role = UserAddCommand.Role.VIEWER;

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = "for what this project defines")
  private @Nullable String project;

  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      description = "for the workflows and outcomes of this service")
  private @Nullable String service;

  @Option(names = "--group", description = "the name is that of a group")
  private boolean group;

  UserGrantCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    if (project != null && service != null) {
      throw new CommandFailed(
          ExitCode.MISUSED, "--project and --service at once", "give two roles, one for each");
    }
    var body = Json.object().put(group ? "group" : "user", name).put("role", role.toString());
    if (project != null) body.put("project", project);
    if (service != null) body.put("service", service);
    client.send(Request.post("grants").json(body));
    show(
        NullNode.getInstance(),
        () -> terminal.line("%s is %s for %s".formatted(name, role, place())));
    return ExitCode.DONE;
  }

  private String place() {
    if (project != null) return "project " + project;
    return service == null ? "the whole server" : "service " + service;
  }
}
