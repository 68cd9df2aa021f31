package outturn.cli.user;

import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Who holds a role, and where, as the commands about rights ask for it.
final class Holding {
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

  /// Refuses what is no place.
  void check() {
    if (project != null && service != null) {
      throw new CommandFailed(
          ExitCode.MISUSED, "--project and --service at once", "give two roles, one for each");
    }
  }

  String name() {
    return name;
  }

  /// What the API calls it: `user` or `group`.
  String kind() {
    return group ? "group" : "user";
  }

  @Nullable String project() {
    return project;
  }

  @Nullable String service() {
    return service;
  }

  /// `project housing`, `the whole server`.
  String place() {
    if (project != null) return "project " + project;
    return service == null ? "the whole server" : "service " + service;
  }
}
