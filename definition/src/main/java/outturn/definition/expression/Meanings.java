package outturn.definition.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import outturn.definition.text.Nearest;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// What the dotted names of one expression mean, and what is wrong with those that mean nothing.
final class Meanings {
  private final Vocabulary vocabulary;
  private final IntFunction<Position> place;
  private final Problems problems;

  Meanings(Vocabulary vocabulary, IntFunction<Position> place, Problems problems) {
    this.vocabulary = vocabulary;
    this.place = place;
    this.problems = problems;
  }

  /// @param end of the part of the text that is the name
  record Meaning(String name, ValueType type, int end) {}

  Optional<Meaning> of(String text, Reference reference) {
    return switch (reference.segments().getFirst()) {
      case "tasks" -> ofTask(text, reference);
      case "secrets" -> ofSecret(reference);
      case "inputs" -> ofInput(text, reference);
      case "trigger" -> ofTrigger(reference);
      case "run" -> ofPair(reference, List.of("id", "due", "state", "failedTasks"));
      case "workflow" -> ofPair(reference, List.of("name"));
      default -> ofSingle(reference);
    };
  }

  /// A secret is a whole expression: nothing can be computed from it.
  boolean secretsAlone(String text, List<String> names) {
    if (names.stream().noneMatch(name -> name.startsWith("secrets."))) return true;
    problems.add(
        place.apply(0),
        "secret-not-alone",
        "a secret stands alone in its ${ }, found '%s'".formatted(text.strip()),
        "write ${secrets.NAME}");
    return false;
  }

  private Optional<Meaning> ofSingle(Reference reference) {
    return found(reference, reference.segments().getFirst(), 1)
        .or(() -> {
          var name = reference.segments().getFirst();
          var item = name.startsWith("item");
          tell(
              reference,
              0,
              "unknown-name",
              "there is no '%s' here".formatted(name),
              item ? "only the fields of a task with forEach have it" : "");
          return Optional.empty();
        });
  }

  private Optional<Meaning> ofPair(Reference reference, List<String> valid) {
    var root = reference.segments().getFirst();
    if (reference.segments().size() < 2) return incomplete(reference, valid);
    var name = root + "." + reference.segments().get(1);
    var found = found(reference, name, 2);
    if (found.isPresent()) return found;
    var offered = vocabulary.values().containsKey(root + "." + valid.getFirst());
    var known =
        valid.stream().filter(each -> vocabulary.values().containsKey(root + "." + each)).toList();
    var hint = offered ? Nearest.hint(reference.segments().get(1), known) : "";
    return tell(reference, 1, "unknown-name", "there is no '%s' here".formatted(name), hint);
  }

  /// `trigger.NAME`, or `trigger.PART.NAME` of a joined event.
  private Optional<Meaning> ofTrigger(Reference reference) {
    var names =
        vocabulary.values().keySet().stream()
            .filter(name -> name.startsWith("trigger."))
            .map(name -> name.substring("trigger.".length()))
            .sorted()
            .toList();
    var segments = reference.segments();
    if (segments.size() < 2) return incomplete(reference, names);
    var shorter = "trigger." + segments.get(1);
    var longer = segments.size() < 3 ? shorter : shorter + "." + segments.get(2);
    return found(reference, shorter, 2)
        .or(() -> segments.size() < 3 ? Optional.empty() : found(reference, longer, 3))
        .or(() ->
            tell(
                reference,
                1,
                "unknown-name",
                "there is no '%s' here".formatted(longer),
                names.isEmpty()
                    ? "only the inputs of a trigger have it"
                    : Nearest.hint(longer.substring("trigger.".length()), names)));
  }

  private Optional<Meaning> ofInput(String text, Reference reference) {
    var inputs = new TreeSet<>(vocabulary.inputs());
    if (reference.segments().size() < 2) return incomplete(reference, inputs);
    var found = found(reference, "inputs." + reference.segments().get(1), 2);
    if (found.isPresent()) return found;
    var written = hyphenated(text, reference, 1);
    return tell(
        reference,
        1,
        "unknown-input",
        "there is no input '%s'".formatted(written),
        nameHint(written, inputs));
  }

  private Optional<Meaning> ofTask(String text, Reference reference) {
    var tasks = vocabulary.tasks().keySet();
    if (reference.segments().size() < 2) return incomplete(reference, new TreeSet<>(tasks));
    var identifier = reference.segments().get(1);
    var task = vocabulary.tasks().get(identifier);
    if (task == null) {
      var written = hyphenated(text, reference, 1);
      return tell(
          reference,
          1,
          "unknown-task",
          "there is no task '%s'".formatted(written),
          nameHint(written, new TreeSet<>(tasks)));
    }
    if (!vocabulary.upstream().test(task.name())) {
      return tell(
          reference,
          1,
          "not-upstream",
          "task '%s' need not have ended here".formatted(task.name()),
          "add it to needs");
    }
    return ofTaskPart(text, reference, task);
  }

  private Optional<Meaning> ofTaskPart(
      String text, Reference reference, Vocabulary.TaskNames task) {
    var segments = reference.segments();
    var prefix = "tasks." + segments.get(1);
    if (segments.size() > 2 && segments.get(2).equals("state")) {
      return Optional.of(new Meaning(prefix + ".state", ValueType.STRING, reference.ends().get(2)));
    }
    if (segments.size() < 4 || !segments.get(2).equals("outputs")) {
      return tell(
          reference,
          Math.min(2, segments.size() - 1),
          "unknown-name",
          "a task has 'state' and 'outputs.NAME' in expressions",
          "write %s.outputs.NAME or %s.state".formatted(prefix, prefix));
    }
    var type = task.outputs().get(segments.get(3));
    if (type != null) {
      return Optional.of(
          new Meaning(prefix + ".outputs." + segments.get(3), type, reference.ends().get(3)));
    }
    var written = hyphenated(text, reference, 3);
    return tell(
        reference,
        3,
        "unknown-output",
        "task '%s' promises no output '%s'".formatted(task.name(), written),
        nameHint(written, new TreeSet<>(task.outputs().keySet())));
  }

  private Optional<Meaning> ofSecret(Reference reference) {
    if (vocabulary.secrets() == Vocabulary.Secrets.REFUSED) {
      return tell(
          reference,
          0,
          "secret-not-allowed",
          "secrets can be used in connections and in env only",
          "give it to the task by env:, or to a connection");
    }
    if (reference.segments().size() != 2) return incomplete(reference, List.of("NAME"));
    var name = "secrets." + reference.segments().get(1);
    return Optional.of(new Meaning(name, ValueType.STRING, reference.ends().get(1)));
  }

  private Optional<Meaning> found(Reference reference, String name, int segments) {
    var type = vocabulary.values().get(name);
    if (type == null) return Optional.empty();
    return Optional.of(new Meaning(name, type, reference.ends().get(segments - 1)));
  }

  private Optional<Meaning> incomplete(Reference reference, Iterable<String> valid) {
    var root = reference.segments().getFirst();
    return tell(
        reference,
        0,
        "unknown-name",
        "'%s' needs a name behind it: %s.NAME".formatted(root, root),
        Nearest.hint("", valid));
  }

  private Optional<Meaning> tell(
      Reference reference, int segment, String code, String message, String hint) {
    problems.add(place.apply(reference.starts().get(segment)), code, message, hint);
    return Optional.empty();
  }

  private static String nameHint(String written, Set<String> identifiers) {
    var identifier = Scope.identifier(written);
    if (!identifier.equals(written) && identifiers.contains(identifier)) {
      return "in expressions '-' is written '_': %s".formatted(identifier);
    }
    return Nearest.hint(identifier, identifiers);
  }

  /// A name as its author may have meant it: `tell-tenants` is read by CEL as a difference.
  private static String hyphenated(String text, Reference reference, int segment) {
    var end = reference.ends().get(segment);
    var last = segment == reference.segments().size() - 1;
    while (last && end + 1 < text.length() && text.charAt(end) == '-') {
      var next = end + 1;
      while (next < text.length() && Character.isLetterOrDigit(text.charAt(next))) next++;
      if (next == end + 1) break;
      end = next;
    }
    return text.substring(reference.starts().get(segment), end);
  }
}
