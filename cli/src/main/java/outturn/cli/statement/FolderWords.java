package outturn.cli.statement;

import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.definition.project.ProjectReader;
import outturn.outcome.statement.Organisation;
import outturn.outcome.statement.ProjectWords;

/// The people and words of a project in a folder.
final class FolderWords {
  private FolderWords() {}

  /// @param folder as the user wrote it
  static Organisation read(String folder, Environment environment) {
    var project =
        ProjectReader.read(environment.resolve(folder))
            .project()
            .orElseThrow(() ->
                new CommandFailed(
                    ExitCode.REFUSED,
                    "the project in %s cannot be read".formatted(folder),
                    "see: outturn validate %s".formatted(folder)));
    try {
      return ProjectWords.of(project);
    } catch (IllegalArgumentException broken) {
      throw new CommandFailed(
          ExitCode.REFUSED, "cannot read %s: %s".formatted(ProjectWords.FILE, broken.getMessage()));
    }
  }
}
