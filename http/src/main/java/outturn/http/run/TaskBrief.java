package outturn.http.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.workflow.Task;
import outturn.engine.reason.Reason;
import outturn.engine.reason.TaskState;
import outturn.engine.run.Ending;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.TaskRun;

/// A task of a run, as short as a page with thousands of them can bear: members that say nothing
/// are left out.
final class TaskBrief {
  private static final String USUAL = "tasks";

  private TaskBrief() {}

  /// All tasks of a run, each after those that it needs.
  static List<Map<String, Object>> of(RunLook.Seen seen) {
    return TaskTelling.each(seen, TaskBrief::of);
  }

  private static Map<String, Object> of(
      RunLook.Seen seen, TaskRun task, List<Reason> reasons, List<AttemptRow> rows) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", task.name());
    json.put("state", TaskState.of(seen.run(), task, seen.at()).word());
    var needs = task.task().needs().stream().map(Task.Need::task).toList();
    if (!needs.isEmpty()) json.put("needs", needs);
    TaskJson.reason(task, reasons).ifPresent(reason -> json.put("reason", reason));
    if (TaskJson.listKnown(task)) json.put("items", TaskJson.items(task));
    var attempts = rows.stream().filter(TaskJson::shown).map(row -> attempt(task, row)).toList();
    if (!attempts.isEmpty()) json.put("attempts", attempts);
    var section = task.task().conduct().section().word();
    if (!section.equals(USUAL)) json.put("section", section);
    if (Ending.warns(task)) json.put("tolerated", true);
    var flags = TaskJson.flags(task, rows);
    if (!flags.isEmpty()) json.put("flags", flags);
    return json;
  }

  private static Map<String, Object> attempt(TaskRun task, AttemptRow row) {
    var json = new LinkedHashMap<String, Object>();
    if (task.fanned()) json.put("item", row.id().item());
    json.put("attempt", row.id().attempt());
    json.put("state", row.state().word());
    json.put("started", brief(row.times().started().orElse(row.times().created())));
    row.times().ended().ifPresent(ended -> json.put("ended", brief(ended)));
    row.failure().ifPresent(failure -> json.put("failure", failure.message()));
    return json;
  }

  private static Instant brief(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }
}
