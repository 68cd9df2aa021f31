package outturn.definition.project;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.text.Nearest;
import outturn.definition.text.Node;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;
import outturn.definition.text.YamlFile;

/// Finds the documents in a project's files. A YAML file in which no document is meant for us is
/// data of the project's own and is carried as it is.
final class Documents {
  private final Problems problems;
  private final List<Document> found = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final Map<String, Position> names = new HashMap<>();

  private Documents(Problems problems) {
    this.problems = problems;
  }

  /// @param documents in the order of files
  /// @param unreadable the texts of files that are not YAML
  record Found(List<Document> documents, List<String> unreadable) {}

  static Found in(ProjectFiles files, Problems problems) {
    var documents = new Documents(problems);
    files
        .contents()
        .forEach((path, bytes) -> {
          if (isYaml(path)) documents.add(path, bytes);
        });
    return new Found(List.copyOf(documents.found), List.copyOf(documents.unreadable));
  }

  private static boolean isYaml(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml");
  }

  private void add(String path, byte[] bytes) {
    var before = problems.size();
    var nodes = YamlFile.read(path, bytes, problems);
    if (nodes.isEmpty() && problems.size() > before) {
      unreadable.add(new String(bytes, StandardCharsets.UTF_8));
    }
    if (nodes.stream().noneMatch(Documents::hasHeading)) return;
    nodes.forEach(this::add);
  }

  /// Whether a document is meant for us: it says its kind, or has a name and keys of ours.
  private static boolean hasHeading(Node node) {
    if (!(node instanceof Node.Mapping mapping)) return false;
    var keys = mapping.names();
    return keys.stream().anyMatch(Documents::nearKind)
        || (keys.contains("name") && keys.stream().anyMatch(Documents::isOurs));
  }

  private static boolean isOurs(String key) {
    return !Kind.PROJECT.has(key) && Arrays.stream(Kind.values()).anyMatch(kind -> kind.has(key));
  }

  private void add(Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      problems.add(
          node.position(),
          "type-mismatch",
          "a document is a mapping that begins with kind and name, found " + node.told());
      return;
    }
    var written = mapping.find("kind");
    if (written.isEmpty()) {
      var near = mapping.names().stream().filter(Documents::nearKind).findFirst();
      problems.add(
          mapping.position(),
          "missing-key",
          "a document needs the key 'kind'",
          near.map("is '%s' meant to be 'kind'?"::formatted)
              .orElse("expected one of " + String.join(", ", Kind.words())));
      return;
    }
    kind(written.get()).ifPresent(kind -> place(kind, mapping));
  }

  private static boolean nearKind(String name) {
    return Nearest.to(name, List.of("kind")).isPresent();
  }

  private Optional<Kind> kind(Node written) {
    var word = written instanceof Node.Scalar scalar ? scalar.text() : "";
    var kind = Kind.of(word);
    if (kind.isPresent()) return kind;
    if (Kind.NOT_YET.contains(word)) {
      problems.add(
          written.position(),
          "not-yet",
          "documents of kind '%s' are not in this release".formatted(word),
          "remove it for now; it is refused so that nobody counts on it");
    } else {
      problems.add(
          written.position(),
          "unknown-kind",
          "expected one of %s, found %s".formatted(String.join(", ", Kind.words()), written.told()),
          Nearest.to(word, Kind.words()).map("did you mean '%s'?"::formatted).orElse(""));
    }
    return Optional.empty();
  }

  private void place(Kind kind, Node.Mapping mapping) {
    var name = mapping.find("name").map(Documents::text).orElse("");
    found.add(new Document(kind, name, mapping));
    if (name.isEmpty()) return;
    var first = names.putIfAbsent(kind + " " + name, mapping.position());
    if (first == null) return;
    problems.add(
        mapping.find("name").map(Node::position).orElse(mapping.position()),
        "duplicate-name",
        "there are two objects of kind %s with the name '%s'".formatted(kind.word(), name),
        "the other is at " + first);
  }

  private static String text(Node node) {
    return node instanceof Node.Scalar scalar ? scalar.text() : "";
  }
}
