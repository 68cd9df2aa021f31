package outturn.server.examples;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;

/// The examples of `docs/language.md` as one project. Blocks marked `yaml` are documents; those
/// marked `yaml task` or `yaml workflow` are keys of one, and get the rest around them.
final class LanguagePage {
  static final String TEXT = Examples.text(Examples.ROOT.resolve("docs/language.md"));

  private static final Pattern BLOCK =
      Pattern.compile(
          "^```yaml(?: (task|workflow))?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /// The files that the examples name.
  private static final List<String> NAMED =
      List.of("sql/overdue.sql", "sql/returned.sql", "data/loans.csv", "docs/reminders.md");

  private static final String CLOSED =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260921
      SUMMARY:New shelves
      END:VEVENT
      END:VCALENDAR
      """;

  private LanguagePage() {}

  static ProjectFiles project() {
    Map<String, byte[]> files = new HashMap<>();
    NAMED.forEach(path -> files.put(path, new byte[0]));
    files.put("data/closed.ics", bytes(CLOSED));
    var documents = documents();
    files.put(ProjectReader.MAIN_FILE, bytes(documents.getFirst()));
    for (var index = 1; index < documents.size(); index++) {
      files.put("block-%02d.yaml".formatted(index + 1), bytes(documents.get(index)));
    }
    return new ProjectFiles(files);
  }

  /// The blocks, in order, each a document or several.
  static List<String> documents() {
    var documents = new ArrayList<String>();
    BLOCK
        .matcher(TEXT)
        .results()
        .forEach(block -> {
          var around = block.group(1);
          var name = "block-%02d".formatted(documents.size() + 1);
          documents.add(around == null ? block.group(2) : whole(around, name, block.group(2)));
        });
    return documents;
  }

  private static String whole(String around, String name, String keys) {
    var workflow = "kind: workflow\nname: %s\ntimezone: UTC\n".formatted(name);
    if (around.equals("workflow")) return workflow + keys + "tasks: {only: {}}\n";
    return workflow
        + "inputs: {branches: {type: list<string>, default: []}}\n"
        + "tasks:\n  read-loans: {}\n  write: {}\n  example:\n"
        + keys.indent(4);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
