package outturn.engine.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.ValueType;
import outturn.definition.workflow.Task;

/// What a run gives to the task that called it.
public final class RunOutputs {
  private RunOutputs() {}

  /// All of the run's outputs that have a value.
  public static Map<String, Object> known(Run run) {
    var values = new LinkedHashMap<String, Object>();
    run.workflow()
        .outputs()
        .forEach((name, template) -> {
          try {
            values.put(name, template.render(run.scope()));
          } catch (EvaluationFailed unknown) {
            // Who calls the run is told; who looks at it sees what there is.
          }
        });
    return values;
  }

  /// All of the run's outputs, for a task that promises some of them.
  ///
  /// @throws EvaluationFailed when one has no value, or not of the promised type
  public static Map<String, Object> forCaller(Run run, Task caller) {
    var values = new LinkedHashMap<String, Object>();
    run.workflow()
        .outputs()
        .forEach((name, template) -> {
          var value = template.render(run.scope());
          var type = Optional.ofNullable(caller.outputs().get(name));
          values.put(name, type.map(each -> fit(name, value, each)).orElse(value));
        });
    return values;
  }

  private static Object fit(String name, Object value, ValueType type) {
    return Inputs.fit(type, value)
        .orElseThrow(() ->
            new EvaluationFailed(
                "output '%s' is to be %s, not '%s'".formatted(name, type.word(), value)));
  }
}
