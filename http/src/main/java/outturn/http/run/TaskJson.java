package outturn.http.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.text.Nearest;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.definition.workflow.Task;
import outturn.engine.reason.Reason;
import outturn.engine.reason.Reasons;
import outturn.engine.reason.Runbooks;
import outturn.engine.reason.TaskState;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Ending;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;

/// A task of a run: where it stands, and how its attempts went.
///
/// @param items absent for a task that runs once, or whose list is not known yet
/// @param attempts of a `forEach` task those of the first items, and all that failed
record TaskJson(
    String name,
    String state,
    Optional<Because> reason,
    List<String> needs,
    Optional<Items> items,
    List<Map<String, @Nullable Object>> attempts,
    Conduct conduct) {
  private static final int MOST_ITEMS = 100;

  record Because(String kind, String text) {}

  /// What the task is to its run.
  ///
  /// @param section `tasks`, `onSuccess`, `onFailure` or `always`
  /// @param tolerated whether it failed and the run did not with it
  /// @param runbook of a task that failed, or that waits for a person
  /// @param flags what operators have said of it: `held`, `forced`, `bypassed`
  record Conduct(String section, boolean tolerated, Optional<String> runbook, List<String> flags) {}

  record Items(int total, int ended, int failed, int running) {}

  record Fault(String kind, String message) {}

  /// All tasks of a run, each after those that it needs.
  static List<TaskJson> of(RunLook.Seen seen) {
    return TaskTelling.each(seen, TaskJson::of);
  }

  /// One task of the run, which has it.
  static TaskJson of(RunLook.Seen seen, String name) {
    return of(
        seen,
        seen.run().task(name),
        seen.reasons().stream().filter(reason -> reason.task().equals(name)).toList(),
        seen.rows().attempts().stream().filter(row -> row.id().task().equals(name)).toList());
  }

  private static TaskJson of(
      RunLook.Seen seen, TaskRun task, List<Reason> reasons, List<AttemptRow> rows) {
    return new TaskJson(
        task.name(),
        TaskState.of(seen.run(), task, seen.at()).word(),
        reason(task, reasons),
        task.task().needs().stream().map(Task.Need::task).toList(),
        Optional.of(task).filter(TaskJson::listKnown).map(TaskJson::items),
        rows.stream().filter(TaskJson::shown).map(row -> attempt(task, row)).toList(),
        new Conduct(
            task.task().conduct().section().word(),
            Ending.warns(task),
            Runbooks.of(seen.run(), task),
            flags(task, rows)));
  }

  /// What people have said of it: `held`, `forced`, `bypassed`.
  static List<String> flags(TaskRun task, List<AttemptRow> rows) {
    var flags = new ArrayList<String>();
    if (task.held().isPresent()) flags.add("held");
    if (task.bypassed()) flags.add("bypassed");
    var last = rows.stream().max(Comparator.comparingInt(row -> row.id().attempt()));
    if (task.state().ended() && last.filter(TaskJson::forced).isPresent()) flags.add("forced");
    return flags;
  }

  /// Whether an attempt is told of by itself.
  static boolean shown(AttemptRow row) {
    return row.id().item() != AttemptId.FRAME
        && (row.times().started().isPresent() || forced(row))
        && (row.id().item() < MOST_ITEMS || row.failure().isPresent());
  }

  /// Whether an operator said how it ended, and nothing was done.
  private static boolean forced(AttemptRow row) {
    boolean succeeded = row.state() == AttemptState.SUCCEEDED && row.times().started().isEmpty();
    return succeeded || row.failure().filter(it -> it.kind() == FailureKind.FORCED).isPresent();
  }

  /// Why it is not over, or why it was skipped.
  static Optional<Because> reason(TaskRun task, List<Reason> reasons) {
    if (task.state() instanceof UnitState.Skipped(var why)) {
      return Optional.of(new Because("skipped", why));
    }
    return Reasons.first(reasons).map(first -> new Because(first.kind().word(), first.text()));
  }

  static boolean listKnown(TaskRun task) {
    return task.fanned()
        && (!task.items().isEmpty() || task.state() instanceof UnitState.Succeeded);
  }

  static Items items(TaskRun task) {
    int ended = 0;
    int failed = 0;
    int running = 0;
    for (int item = 0; item < task.begun(); item++) {
      var state = task.unit(item).state();
      if (state.ended()) ended++;
      if (state instanceof UnitState.Failed) failed++;
      if (state instanceof UnitState.Running) running++;
    }
    return new Items(task.items().size(), ended, failed, running);
  }

  private static Map<String, @Nullable Object> attempt(TaskRun task, AttemptRow row) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("item", task.fanned() ? row.id().item() : null);
    json.put("attempt", row.id().attempt());
    json.put("state", row.state().word());
    json.put("started", row.times().started().orElse(row.times().created()));
    json.put("ended", row.times().ended().orElse(null));
    json.put("exitCode", exitCode(task, row).orElse(null));
    json.put("failure", row.failure().map(TaskJson::fault).orElse(null));
    json.put("outputs", row.outputs());
    json.put("note", row.note().orElse(null));
    return json;
  }

  private static Optional<Integer> exitCode(TaskRun task, AttemptRow row) {
    boolean process = task.task().action() instanceof Action.Run;
    if (process && row.state() == AttemptState.SUCCEEDED) return Optional.of(0);
    return row.failure().flatMap(Failure::exitCode);
  }

  private static Fault fault(Failure failure) {
    return new Fault(failure.kind().name().toLowerCase(Locale.ROOT), failure.message());
  }

  /// Refuses a task that the run has not.
  static void require(Run run, String task) {
    if (run.workflow().graph().has(task)) return;
    var names = run.tasks().stream().map(TaskRun::name).toList();
    throw Problem.of(
            Code.NOT_FOUND,
            "workflow '%s' has no task '%s'; %s"
                .formatted(run.workflow().name(), task, Nearest.hint(task, names)))
        .refused();
  }
}
