package outturn.http.run;

import java.util.List;
import java.util.stream.Collectors;
import outturn.engine.reason.Reason;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.TaskRun;

/// What is told of a task: with why it is not over, and its attempts.
@FunctionalInterface
interface TaskTelling<T> {
  T of(RunLook.Seen seen, TaskRun task, List<Reason> reasons, List<AttemptRow> rows);

  /// Tells all tasks of a run, each after those that it needs.
  static <T> List<T> each(RunLook.Seen seen, TaskTelling<T> telling) {
    var reasons = seen.reasons().stream().collect(Collectors.groupingBy(Reason::task));
    var attempts =
        seen.rows().attempts().stream().collect(Collectors.groupingBy(row -> row.id().task()));
    return seen.run().tasks().stream()
        .map(task ->
            telling.of(
                seen,
                task,
                reasons.getOrDefault(task.name(), List.of()),
                attempts.getOrDefault(task.name(), List.of())))
        .toList();
  }
}
