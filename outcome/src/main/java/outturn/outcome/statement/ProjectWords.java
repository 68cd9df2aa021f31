package outturn.outcome.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import outturn.definition.people.Group;
import outturn.definition.project.Project;

/// What a project knows of its people and its words: its groups, and a file `words.properties` with
/// `people`, `technology` and `glossary`, each words with blanks between them.
public final class ProjectWords {
  public static final String FILE = "words.properties";

  private ProjectWords() {}

  /// @throws IllegalArgumentException when the file cannot be read
  public static Organisation of(Project project) {
    var words = words(project);
    return new Organisation(
        groups(project), list(words, "people"), list(words, "technology"), list(words, "glossary"));
  }

  /// Those that may benefit, by name and by title.
  public static List<String> groups(Project project) {
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
    } catch (IOException broken) {
      throw new IllegalArgumentException(broken.getMessage(), broken);
    }
  }

  private static List<String> list(Properties words, String key) {
    return Stream.of(words.getProperty(key, "").split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
