package outturn.engine.reason;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import outturn.definition.workflow.Action;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// What a person is to do where a run needs one.
public final class Runbooks {
  private Runbooks() {}

  /// By task, of all that failed or wait for a person and have a runbook.
  public static Map<String, String> of(Run run) {
    var runbooks = new LinkedHashMap<String, String>();
    for (var task : run.tasks()) {
      of(run, task).ifPresent(runbook -> runbooks.put(task.name(), runbook));
    }
    return runbooks;
  }

  /// The runbook of a task, or else of its workflow, once it is of use.
  public static Optional<String> of(Run run, TaskRun task) {
    return run.workflow().runbook(task.task()).filter(_ -> needsSomebody(task));
  }

  private static boolean needsSomebody(TaskRun task) {
    if (task.state() instanceof UnitState.Running) {
      return task.task().action() instanceof Action.Approval;
    }
    return needsSomebody(task.state())
        || IntStream.range(0, task.begun())
            .anyMatch(item -> needsSomebody(task.unit(item).state()));
  }

  private static boolean needsSomebody(UnitState state) {
    return state instanceof UnitState.Failed || state instanceof UnitState.Asking;
  }
}
