package outturn.engine.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Scope;
import outturn.definition.flow.Repeat;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;

/// What follows from an attempt that went well.
public sealed interface Round {
  /// The unit is done.
  record Done() implements Round {}

  /// It is done once more, after a wait.
  record Again(Duration pause) implements Round {}

  /// What it was repeated for did not come about.
  record Unmet(Failure failure) implements Round {}

  /// @param outputs of the attempt
  static Round after(Run run, TaskRun task, int item, Map<String, Object> outputs) {
    return after(run, task, task.unit(item), item, outputs);
  }

  /// @param unit of the item
  static Round after(Run run, TaskRun task, Unit unit, int item, Map<String, Object> outputs) {
    var rule = task.task().conduct().repeat();
    if (rule.isEmpty()) return new Done();
    var repeat = rule.get();
    try {
      var values = new HashMap<>(run.scope(task, item).values());
      var prefix = "tasks." + Scope.identifier(task.name());
      values.put(prefix + ".state", "succeeded");
      outputs.forEach(
          (name, value) -> values.put(prefix + ".outputs." + Scope.identifier(name), value));
      boolean met = Boolean.TRUE.equals(repeat.until().evaluate(new Scope(values)));
      if (met) return new Done();
    } catch (EvaluationFailed unknown) {
      return new Unmet(Failure.of(FailureKind.UNMET, "repeat until: " + unknown.reason()));
    }
    int rounds = unit.rounds() + 1;
    return rounds < repeat.atMost() ? new Again(repeat.every()) : new Unmet(tooOften(repeat));
  }

  private static Failure tooOften(Repeat repeat) {
    return Failure.of(
        FailureKind.UNMET,
        "repeated %d times, and it is still not so: ${%s}"
            .formatted(repeat.atMost(), repeat.until().source()));
  }
}
