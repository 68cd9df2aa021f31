package outturn.cli.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.definition.people.Group;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectReader;
import outturn.outcome.statement.Organisation;

/// What a project knows of its people and its words: its groups, and a file `words.properties` with
/// `people`, `technology` and `glossary`, each words with blanks between them.
final class ProjectWords {
  private static final String FILE = "words.properties";

  private ProjectWords() {}

  /// @param folder as the user wrote it
  static Organisation read(String folder, Environment environment) {
    var reading = ProjectReader.read(environment.resolve(folder));
    var project =
        reading
            .project()
            .orElseThrow(() ->
                new CommandFailed(
                    ExitCode.REFUSED,
                    "the project in %s cannot be read".formatted(folder),
                    "see: outturn validate %s".formatted(folder)));
    var words = words(project);
    return new Organisation(
        groups(project), list(words, "people"), list(words, "technology"), list(words, "glossary"));
  }

  /// Those that may benefit, by name and by title.
  private static List<String> groups(Project project) {
    return project.groups().all().stream()
        .filter(group -> group.role() != Group.Role.IT)
        .flatMap(group -> Stream.of(group.name(), group.title()))
        .distinct()
        .toList();
  }

  private static Properties words(Project project) {
    var words = new Properties();
    var text = project.files().bytes(FILE).map(bytes -> new String(bytes, UTF_8)).orElse("");
    try {
      words.load(new StringReader(text));
      return words;
    } catch (IOException | IllegalArgumentException broken) {
      throw new CommandFailed(
          ExitCode.REFUSED, "cannot read %s: %s".formatted(FILE, broken.getMessage()));
    }
  }

  private static List<String> list(Properties words, String key) {
    return Stream.of(words.getProperty(key, "").split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
