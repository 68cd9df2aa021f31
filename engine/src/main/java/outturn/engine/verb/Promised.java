package outturn.engine.verb;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outturn.definition.expression.ValueType;
import outturn.definition.workflow.Task;
import outturn.engine.run.Inputs;

/// The outputs that a task promises, and that whoever forces its success has to give.
public final class Promised {
  private Promised() {}

  /// The values in the form that the engine keeps; those that do not fit are left out.
  public static Map<String, Object> fitted(Task task, Map<String, Object> given) {
    var outputs = new HashMap<String, Object>();
    given.forEach((name, value) -> {
      var promised = task.outputs().get(name);
      if (promised == null) return;
      Inputs.fit(type(task, promised), value).ifPresent(fit -> outputs.put(name, fit));
    });
    return outputs;
  }

  /// Of a `forEach` task an output is the list of what its items write.
  private static ValueType type(Task task, ValueType promised) {
    return task.forEach().isPresent() ? new ValueType.ListOf(promised) : promised;
  }

  static Optional<Verdict> objection(Task task, Map<String, Object> given) {
    for (var name : given.keySet()) {
      if (!task.outputs().containsKey(name)) {
        return refused("%s promises no output '%s'".formatted(task.name(), name));
      }
    }
    for (var promised : new TreeMap<>(task.outputs()).entrySet()) {
      var objection = objection(task, promised.getKey(), type(task, promised.getValue()), given);
      if (objection.isPresent()) return objection;
    }
    return Optional.empty();
  }

  private static Optional<Verdict> objection(
      Task task, String name, ValueType type, Map<String, Object> given) {
    if (!given.containsKey(name)) {
      return refused(
          "%s promises the output %s (%s): give its value"
              .formatted(task.name(), name, type.word()));
    }
    if (Inputs.fit(type, given.get(name)).isPresent()) return Optional.empty();
    return refused(
        "output '%s' is to be %s, not '%s'".formatted(name, type.word(), given.get(name)));
  }

  private static Optional<Verdict> refused(String reason) {
    return Optional.of(new Verdict.Refused(reason));
  }
}
