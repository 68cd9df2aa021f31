package outturn.definition.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The names that an expression at one place of a definition may use, with their types.
///
/// @param values types by dotted name, without those of tasks: `inputs.day`, `businessDate`
/// @param tasks the workflow's tasks, by identifier
/// @param upstream whether a task, by its name, comes before the place
/// @param secrets whether secrets may be named
public record Vocabulary(
    Map<String, ValueType> values,
    Map<String, TaskNames> tasks,
    Predicate<String> upstream,
    Secrets secrets) {

  /// The words with which a dotted name begins.
  static final List<String> ROOTS =
      List.of(
          "inputs",
          "tasks",
          "item",
          "itemIndex",
          "businessDate",
          "run",
          "workflow",
          "trigger",
          "secrets");

  /// Names that no definition has.
  public static final Vocabulary NONE =
      new Vocabulary(Map.of(), Map.of(), task -> false, Secrets.REFUSED);

  /// Whether `secrets.NAME` may be used.
  public enum Secrets {
    ALLOWED,
    REFUSED
  }

  /// What expressions can know of a task.
  ///
  /// @param name as in the file
  /// @param outputs types by identifier; a list for each when the task has items
  public record TaskNames(String name, Map<String, ValueType> outputs) {}

  /// This vocabulary and one more name.
  public Vocabulary with(String dottedName, ValueType type) {
    var more = new HashMap<>(values);
    more.put(dottedName, type);
    return new Vocabulary(Map.copyOf(more), tasks, upstream, secrets);
  }

  /// This vocabulary with secrets.
  public Vocabulary withSecrets() {
    return new Vocabulary(values, tasks, upstream, Secrets.ALLOWED);
  }

  Set<String> inputs() {
    return values.keySet().stream()
        .filter(name -> name.startsWith("inputs."))
        .map(name -> name.substring("inputs.".length()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
