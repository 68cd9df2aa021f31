package outturn.engine.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.workflow.Action;
import outturn.engine.run.Mark;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// What operators do to what is ready, waits or runs.
final class Interventions {
  private final Batch batch;

  Interventions(Batch batch) {
    this.batch = batch;
  }

  /// What is to be done to each unit of a task that has begun.
  @FunctionalInterface
  interface ToUnit {
    void of(int item);
  }

  static void units(TaskRun task, ToUnit does) {
    int many = task.fanned() ? task.begun() : 1;
    for (int item = 0; item < many; item++) does.of(item);
  }

  /// Nothing of a run that was cancelled is held: what is done always is done.
  void releaseAll(Run run) {
    if (run.held().isPresent()) release(run, Optional.empty());
    run.release();
    for (var task : run.tasks()) {
      if (task.held().isPresent()) release(run, Optional.of(task.name()));
      task.release();
    }
  }

  private void release(Run run, Optional<String> task) {
    batch.change(new Change.MarkCleared(run.id(), task, Mark.Kind.HOLD));
  }

  /// Ends at once what is under way in a run.
  void killAll(Run run) {
    for (var task : run.tasks()) kill(run, task);
  }

  void kill(Run run, TaskRun task) {
    units(task, item -> kill(run, task, item));
  }

  /// What is ready and waits for a slot waits no longer.
  void withdraw(Run run, TaskRun task, int item) {
    if (task.unit(item).state() instanceof UnitState.Ready(_, var since) && Grants.areFor(task)) {
      batch.world.capacity().withdraw(batch.grants.claim(run, task, item, since));
    }
  }

  /// What was held goes on from where it stood.
  void goOn(Run run, TaskRun task, int item) {
    if (task.unit(item).state() instanceof UnitState.Ready(_, var since)) {
      batch.attempts.enter(run, task, item, since);
    }
  }

  /// What still runs is ended at once.
  void kill(Run run, TaskRun task, int item) {
    if (!(task.unit(item).state() instanceof UnitState.Running(_, var token))) return;
    switch (task.task().action()) {
      case Action.Wait _, Action.Approval _ -> {}
      case Action.Call _ ->
          batch.calls.child(Attempts.id(run, task, item)).ifPresent(this::killAll);
      case Action.Nothing _, Action.Run _, Action.Sql _, Action.Http _, Action.Collect _ ->
          batch.effect(new Effect.Stop(Attempts.id(run, task, item), token, Effect.Urgency.KILL));
    }
  }

  /// What was to be tried again later is tried now, what waits for a time is over.
  void waitNoLonger(Run run, TaskRun task) {
    if (retryNoMore(run, task)) {
      batch.attempts.ready(run, task, 0);
    } else {
      batch.change(new Change.TimerCleared(Attempts.timer(Timer.Kind.WAIT, run, task, 0)));
      batch.attempts.over(run, task, 0, new Event.Report.Succeeded(Map.of()));
    }
  }

  /// Clears the timer of a task that was to be tried again, if it was.
  boolean retryNoMore(Run run, TaskRun task) {
    if (!(task.state() instanceof UnitState.Delayed)) return false;
    batch.change(new Change.TimerCleared(Attempts.timer(Timer.Kind.RETRY, run, task, 0)));
    return true;
  }

  /// Takes back what a task claims, before its run's priority changes, and answers how to claim it
  /// anew.
  List<Runnable> takeBack(Run run, TaskRun task) {
    var again = new ArrayList<Runnable>();
    if (!Grants.areFor(task)) return again;
    for (int item = 0; task.has(item); item++) {
      if (!(task.unit(item).state() instanceof UnitState.Ready(_, var since))) continue;
      int place = item;
      batch.world.capacity().withdraw(batch.grants.claim(run, task, place, since));
      again.add(() -> batch.attempts.enter(run, task, place, since));
    }
    return again;
  }
}
