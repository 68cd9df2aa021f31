package outturn.cli.project;

import java.nio.file.Path;
import java.util.Base64;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Terminal;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectReader;
import tools.jackson.databind.node.ObjectNode;

/// A project's folder on its way to the server: read and checked here, so that what is wrong is
/// told with the lines that it stands in.
final class ProjectFolder {
  private final Terminal terminal;
  private final Path folder;
  private final String shown;

  /// @param written the folder as the user wrote it
  ProjectFolder(Terminal terminal, Environment environment, String written) {
    this.terminal = terminal;
    this.folder = environment.resolve(written);
    this.shown = written;
  }

  /// The project, if there is nothing wrong with it.
  Project read() {
    var reading = ProjectReader.read(folder);
    return reading
        .project()
        .orElseThrow(() -> {
          new ProblemPrinter(terminal, folder, shown).print(reading.problems());
          return new CommandFailed(
              ExitCode.REFUSED,
              "nothing was sent: the project in %s has %s"
                  .formatted(shown, Figures.count(reading.problems().size(), "problem")));
        });
  }

  /// `{"files": {path: base64}}`.
  static ObjectNode body(Project project) {
    var body = Json.object();
    var files = body.putObject("files");
    for (var path : project.files().paths()) {
      project
          .files()
          .bytes(path)
          .ifPresent(bytes -> files.put(path, Base64.getEncoder().encodeToString(bytes)));
    }
    return body;
  }
}
