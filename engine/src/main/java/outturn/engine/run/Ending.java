package outturn.engine.run;

import java.util.List;

/// What a run comes to, by what its tasks have come to so far.
public final class Ending {
  private Ending() {}

  /// How a run ends of which nothing more is to come. Failures that only warn do not count.
  public static RunState of(Run run) {
    boolean failed = false;
    for (var task : run.tasks()) {
      if (task.state() instanceof UnitState.Cancelled) return RunState.CANCELLED;
      failed |= failed(task) && !task.task().conduct().onlyWarns();
    }
    return failed ? RunState.FAILED : RunState.SUCCEEDED;
  }

  /// How many tasks failed without failing the run: tolerated ones, and handlers of its end.
  public static int warnings(Run run) {
    return (int) run.tasks().stream().filter(Ending::warns).count();
  }

  /// Whether the task failed and the run does not fail with it.
  public static boolean warns(TaskRun task) {
    return failed(task) && task.task().conduct().onlyWarns();
  }

  static List<String> failedTasks(Run run) {
    return run.tasks().stream().filter(Ending::failed).map(TaskRun::name).toList();
  }

  private static boolean failed(TaskRun task) {
    return task.state() instanceof UnitState.Failed;
  }
}
