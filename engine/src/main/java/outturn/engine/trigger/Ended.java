package outturn.engine.trigger;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import outturn.engine.run.RunId;

/// A run of a workflow has ended, or a task of it: what is told to those whose triggers are about
/// it.
///
/// @param task empty for the run as a whole
/// @param state `succeeded`, `failed`, `skipped` or `cancelled`
public record Ended(String workflow, String task, RunId run, String state, LocalDate businessDate) {

  /// `workflow` or `workflow/task`.
  public String path() {
    return task.isEmpty() ? workflow : workflow + "/" + task;
  }

  /// What makes it this end and no other. A run or task that is done again and comes to the same is
  /// not another end.
  public String key() {
    return "%s%s:%s".formatted(run, task.isEmpty() ? "" : "/" + task, state);
  }

  /// As the body of a message, and as the values that expressions see.
  public Map<String, Object> values() {
    var values = new LinkedHashMap<String, Object>();
    values.put("workflow", workflow);
    values.put("task", task);
    values.put("run", run.toString());
    values.put("state", state);
    values.put("businessDate", businessDate.toString());
    return values;
  }

  /// @throws IllegalArgumentException when something is missing or unfit
  public static Ended of(Map<String, Object> values) {
    return new Ended(
        text(values, "workflow"),
        text(values, "task"),
        RunId.parse(text(values, "run")),
        text(values, "state"),
        LocalDate.parse(text(values, "businessDate")));
  }

  private static String text(Map<String, Object> values, String name) {
    if (values.get(name) instanceof String text) return text;
    throw new IllegalArgumentException("the message has no fit '%s'".formatted(name));
  }
}
