package outturn.cli.user;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
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
  @Parameters(index = "0", paramLabel = "NAME", description = "the user, or with --group the group")
  private String name = "";

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

  UserRevokeCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    if (project != null && service != null) {
      throw new CommandFailed(
          ExitCode.MISUSED, "--project and --service at once", "give two roles, one for each");
    }
    client.send(
        Request.delete("grants")
            .with(group ? "group" : "user", name)
            .with("project", project)
            .with("service", service));
    show(
        NullNode.getInstance(),
        () -> terminal.line("%s has no role of its own for %s any more".formatted(name, place())));
    return ExitCode.DONE;
  }

  private String place() {
    if (project != null) return "project " + project;
    return service == null ? "the whole server" : "service " + service;
  }
}
