package outturn.engine.reason;

import java.time.Instant;
import java.util.Locale;
import outturn.engine.run.Handlers;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// Where a task stands, as people and programs are told.
public enum TaskState {
  WAITING,
  READY,
  RUNNING,
  SUCCEEDED,
  FAILED,
  SKIPPED,
  CANCELLED;

  /// The word for JSON and people.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean ended() {
    return switch (this) {
      case WAITING, READY, RUNNING -> false;
      case SUCCEEDED, FAILED, SKIPPED, CANCELLED -> true;
    };
  }

  /// The state of a task of a run that was rebuilt from rows: one that has no rows yet and nothing
  /// to wait for is ready.
  public static TaskState of(Run run, TaskRun task, Instant now) {
    return switch (task.state()) {
      case UnitState.Waiting _ -> turnHasCome(run, task) ? READY : WAITING;
      case UnitState.Ready _ -> READY;
      case UnitState.Delayed(_, var until) -> until.isAfter(now) ? WAITING : READY;
      case UnitState.Asking _ -> WAITING;
      case UnitState.Running _, UnitState.Fanned _ -> RUNNING;
      case UnitState.Succeeded _ -> SUCCEEDED;
      case UnitState.Failed _ -> FAILED;
      case UnitState.Skipped _ -> SKIPPED;
      case UnitState.Cancelled _ -> CANCELLED;
    };
  }

  private static boolean turnHasCome(Run run, TaskRun task) {
    return switch (run.state()) {
      case RUNNING -> Handlers.open(run, task).isEmpty();
      case WAITING, SUCCEEDED, FAILED, CANCELLED -> false;
    };
  }
}
