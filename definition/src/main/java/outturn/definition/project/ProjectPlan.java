package outturn.definition.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What would change if a project were replaced by another state of itself.
///
/// @param objects by kind and name
/// @param files scripts, SQL and data by path; files of documents are told by their objects
public record ProjectPlan(List<ObjectChange> objects, List<FileChange> files) {

  public ProjectPlan {
    objects = List.copyOf(objects);
    files = List.copyOf(files);
  }

  /// What happens to an object or file.
  public enum Verb {
    CREATE,
    CHANGE,
    REMOVE
  }

  /// @param fields that change, in order of their paths; empty unless the verb is change
  public record ObjectChange(Verb verb, Kind kind, String name, List<FieldChange> fields) {}

  /// @param path `tasks.load.timeout`, `schedules[nightly].cron`
  /// @param before empty for a field that is new
  /// @param after empty for a field that goes
  public record FieldChange(String path, Optional<String> before, Optional<String> after) {}

  /// A file that is not made of documents.
  public record FileChange(Verb verb, String path) {}

  /// The plan for a project that is not there yet.
  public static ProjectPlan creating(Project after) {
    return between(Map.of(), Map.of(), documents(after), carried(after));
  }

  public static ProjectPlan between(Project before, Project after) {
    return between(documents(before), carried(before), documents(after), carried(after));
  }

  public boolean isEmpty() {
    return objects.isEmpty() && files.isEmpty();
  }

  private record ObjectName(Kind kind, String name) implements Comparable<ObjectName> {
    @Override
    public int compareTo(ObjectName other) {
      var byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : name.compareTo(other.name);
    }
  }

  private static Map<ObjectName, Document> documents(Project project) {
    return project.documents().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                document -> new ObjectName(document.kind(), document.name()),
                document -> document));
  }

  /// Hashes of the files that hold no documents.
  private static Map<String, String> carried(Project project) {
    var files = new TreeMap<String, String>();
    for (var path : project.files().paths()) {
      files.put(path, project.files().hash(path).orElse(""));
    }
    for (var document : project.documents()) files.remove(document.position().file());
    return files;
  }

  private static ProjectPlan between(
      Map<ObjectName, Document> before,
      Map<String, String> filesBefore,
      Map<ObjectName, Document> after,
      Map<String, String> filesAfter) {
    var objects = new ArrayList<ObjectChange>();
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (var name : names) {
      change(name, before.get(name), after.get(name)).ifPresent(objects::add);
    }
    var files = new ArrayList<FileChange>();
    var paths = new TreeSet<>(filesBefore.keySet());
    paths.addAll(filesAfter.keySet());
    for (var path : paths) {
      if (Objects.equals(filesBefore.get(path), filesAfter.get(path))) continue;
      files.add(
          new FileChange(verb(filesBefore.containsKey(path), filesAfter.containsKey(path)), path));
    }
    return new ProjectPlan(objects, files);
  }

  private static Optional<ObjectChange> change(
      ObjectName name, @Nullable Document before, @Nullable Document after) {
    if (before == null || after == null) {
      return Optional.of(
          new ObjectChange(verb(before != null, after != null), name.kind, name.name, List.of()));
    }
    var fields = changes(Fields.of(before.content()), Fields.of(after.content()));
    if (fields.isEmpty()) return Optional.empty();
    return Optional.of(new ObjectChange(Verb.CHANGE, name.kind, name.name, fields));
  }

  private static Verb verb(boolean before, boolean after) {
    if (!before) return Verb.CREATE;
    return after ? Verb.CHANGE : Verb.REMOVE;
  }

  private static List<FieldChange> changes(Map<String, String> before, Map<String, String> after) {
    var paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(before.get(path), after.get(path)))
        .map(path ->
            new FieldChange(
                path, Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path))))
        .toList();
  }
}
