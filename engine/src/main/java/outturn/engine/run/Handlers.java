package outturn.engine.run;

import java.util.List;
import java.util.Optional;
import outturn.definition.flow.Section;

/// The tasks of a run that come after its work, by what it came to.
public final class Handlers {
  private Handlers() {}

  /// The tasks that have to end before the turn of this one comes.
  public static List<TaskRun> open(Run run, TaskRun task) {
    if (section(task) == Section.TASKS) {
      return task.task().needs().stream()
          .map(need -> run.task(need.task()))
          .filter(needed -> !needed.state().ended())
          .toList();
    }
    var needed = task.task().needs().stream().map(need -> need.task()).toList();
    return run.tasks().stream()
        .filter(other -> !other.state().ended())
        .filter(other -> isBefore(other, task) || needed.contains(other.name()))
        .toList();
  }

  /// Whether all that comes before its section is over. What it needs says so of a run that was not
  /// cancelled; of a cancelled one, tasks that nobody began end before those that run.
  public static boolean mayBegin(Run run, TaskRun task) {
    return section(task) == Section.TASKS
        || run.tasks().stream().allMatch(other -> other.state().ended() || !isBefore(other, task));
  }

  /// Why the task is not for what the run came to, if it is not.
  public static Optional<String> unfit(Run run, TaskRun task) {
    return switch (section(task)) {
      case TASKS, ALWAYS -> Optional.empty();
      case ON_SUCCESS -> unless(RunState.SUCCEEDED, run);
      case ON_FAILURE -> unless(RunState.FAILED, run);
    };
  }

  private static Optional<String> unless(RunState wanted, Run run) {
    var end = Ending.of(run);
    if (end == wanted) return Optional.empty();
    return Optional.of("the run " + (end == RunState.CANCELLED ? "was cancelled" : end.word()));
  }

  private static boolean isBefore(TaskRun other, TaskRun task) {
    return section(other).isBefore(section(task));
  }

  private static Section section(TaskRun task) {
    return task.task().conduct().section();
  }
}
