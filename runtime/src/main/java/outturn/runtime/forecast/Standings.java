package outturn.runtime.forecast;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import outturn.engine.forecast.Standing;
import outturn.engine.reason.TaskState;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// Where the tasks of a live run stand, as forecasts know it.
final class Standings {
  private final LiveRun live;
  private final Instant now;

  Standings(LiveRun live, Instant now) {
    this.live = live;
    this.now = now;
  }

  Standing of(TaskRun task) {
    return switch (task.state()) {
      case UnitState.Ended over ->
          new Standing.Ended(over.end(), live.ended(task.name()).orElse(live.since()));
      case UnitState.Fanned _ -> listed(task);
      case UnitState.Running(var attempt, _) ->
          new Standing.Running(live.lastBegan(task.name()).orElse(now), attempt);
      case UnitState.Delayed(var attempt, var until) -> new Standing.Delayed(until, attempt + 1);
      case UnitState.Asking _ -> new Standing.Person("say what becomes of the lost attempt");
      case UnitState.Ready(var attempt, var since) -> ready(task, attempt, since);
      case UnitState.Waiting _ -> waiting(task);
    };
  }

  /// A list of which no item has begun waits as a whole.
  private Standing listed(TaskRun task) {
    return live.listBegan(task.name())
        .<Standing>map(began -> new Standing.Running(began, 1))
        .orElseGet(() -> ready(task, 1, readySince(task)));
  }

  private Standing waiting(TaskRun task) {
    if (held(task).isPresent()) return held(task).get();
    boolean ready = TaskState.of(live.run(), task, now) == TaskState.READY;
    return ready ? ready(task, 1, readySince(task)) : Standing.WAITING;
  }

  private Standing ready(TaskRun task, int attempt, Instant since) {
    return held(task).orElse(new Standing.Ready(since, attempt));
  }

  private Optional<Standing> held(TaskRun task) {
    return live.run().holds(task)
        ? Optional.of(new Standing.Person("release it"))
        : Optional.empty();
  }

  /// Its rows do not say when its turn came: when the last of what it needs was over.
  private Instant readySince(TaskRun task) {
    return task.task().needs().stream()
        .flatMap(need -> live.ended(need.task()).stream())
        .max(Comparator.naturalOrder())
        .orElse(live.since());
  }
}
