package outturn.engine.decide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.definition.workflow.Task.End;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Handlers;
import outturn.engine.run.Rows;
import outturn.engine.run.Run;
import outturn.engine.run.RunState;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// How the tasks of a run come to their turn, and end.
final class Tasks {
  /// A longer `forEach` list fails its task.
  static final int LONGEST_LIST = 10_000;

  private final Batch batch;

  Tasks(Batch batch) {
    this.batch = batch;
  }

  /// Looks at every task that has not ended; right after a start, and after a rebuild from rows.
  void considerAll(Run run) {
    for (var task : run.tasks()) {
      if (task.state() instanceof UnitState.Fanned) beginItems(run, task);
      consider(run, task);
    }
    batch.runs.endIfDone(run);
  }

  private void consider(Run run, TaskRun task) {
    if (run.state() != RunState.RUNNING || !(task.state() instanceof UnitState.Waiting)) return;
    if (!task.bypassed() && !needsAreMet(run, task)) return;
    if (!Handlers.mayBegin(run, task)) return;
    var unfit = Handlers.unfit(run, task);
    if (unfit.isPresent()) {
      skip(run, task, unfit.get());
      return;
    }
    if (run.holds(task)) return;
    try {
      turn(run, task);
    } catch (EvaluationFailed failed) {
      fail(run, task, Failure.of(FailureKind.START, failed.reason()));
    }
  }

  /// Whether all that it needs has ended as it accepts; if it has ended otherwise, it is skipped.
  private boolean needsAreMet(Run run, TaskRun task) {
    for (var need : task.task().needs()) {
      if (!(run.task(need.task()).state() instanceof UnitState.Ended ended)) return false;
      if (!need.accepts(ended.end(), run.task(need.task()).task().conduct())) {
        skip(run, task, "%s %s".formatted(need.task(), word(ended)));
        return false;
      }
    }
    return true;
  }

  private static String word(UnitState.Ended ended) {
    return switch (ended) {
      case UnitState.Succeeded _ -> "succeeded";
      case UnitState.Failed _ -> "failed";
      case UnitState.Skipped _ -> "was skipped";
      case UnitState.Cancelled _ -> "was cancelled";
    };
  }

  private void turn(Run run, TaskRun task) {
    var when = task.task().when();
    if (when.isPresent() && !Boolean.TRUE.equals(when.get().evaluate(run.scope()))) {
      skip(run, task, "when: ${" + when.get().source() + "} is false");
    } else if (task.fanned()) {
      fan(run, task);
    } else {
      batch.attempts.ready(run, task, 0);
    }
  }

  private void fan(Run run, TaskRun task) {
    var value = task.task().forEach().orElseThrow().items().evaluate(run.scope());
    if (!(value instanceof List<?> list)) throw new EvaluationFailed("forEach: not a list");
    if (list.size() > LONGEST_LIST) {
      throw new EvaluationFailed(
          "forEach: a list of %d, and at most %d are allowed".formatted(list.size(), LONGEST_LIST));
    }
    for (int place = 0; place < list.size(); place++) {
      if (list.get(place) == null) {
        throw new EvaluationFailed("forEach: the list holds nothing at index " + place);
      }
    }
    openFrame(run, task, List.copyOf(list));
    beginItems(run, task);
  }

  private void openFrame(Run run, TaskRun task, List<Object> list) {
    task.fan(list);
    batch.change(
        new Change.AttemptAdded(
            new Rows.AttemptRow(
                frame(run, task),
                Rows.By.NOBODY,
                AttemptState.RUNNING,
                new Rows.Times(batch.now, Optional.of(batch.now), Optional.empty()),
                Map.of("items", task.items()),
                Optional.empty(),
                Optional.empty())));
  }

  /// The items of a `forEach` task that did not succeed are done again.
  void failedItemsAgain(Run run, TaskRun task) {
    var list = task.items();
    task.failedItemsAgain();
    openFrame(run, task, list);
  }

  void beginItems(Run run, TaskRun task) {
    if (!(task.state() instanceof UnitState.Fanned)) return;
    while (run.wants(task) && !run.holds(task) && task.mayBegin()) {
      if (batch.full()) {
        batch.afterwards(later -> later.tasks.beginItems(run, task));
        return;
      }
      batch.attempts.ready(run, task, task.begin());
    }
    joinIfDone(run, task);
  }

  private void joinIfDone(Run run, TaskRun task) {
    var cancelled = !run.wants(task) && task.noneActive() && !task.allItemsEnded();
    if (!cancelled && !task.allItemsEnded()) return;
    var end = cancelled || task.anyCancelled() ? new UnitState.Cancelled() : task.joined();
    closeFrame(run, task, end);
    ended(run, task, end);
  }

  /// An item was lost and asks, and it is done again in a frame of its own.
  void closeFrame(Run run, TaskRun task) {
    closeFrame(run, task, new UnitState.Cancelled());
  }

  /// Its row keeps the list; what it comes to is in the rows of the items.
  private void closeFrame(Run run, TaskRun task, UnitState.Ended end) {
    var row = end instanceof UnitState.Succeeded ? new UnitState.Succeeded(Map.of()) : end;
    batch.attempts.close(frame(run, task), row);
  }

  private static AttemptId frame(Run run, TaskRun task) {
    return new AttemptId(run.id(), task.name(), AttemptId.FRAME, task.whole().attempts());
  }

  void skip(Run run, TaskRun task, String why) {
    neverTried(run, task, AttemptState.SKIPPED, Map.of(), Optional.empty(), Optional.of(why));
    ended(run, task, new UnitState.Skipped(why));
  }

  /// It counts as succeeded, and nothing was done.
  void succeed(Run run, TaskRun task, Map<String, Object> outputs, String why) {
    neverTried(run, task, AttemptState.SUCCEEDED, outputs, Optional.empty(), Optional.of(why));
    ended(run, task, new UnitState.Succeeded(outputs));
  }

  /// It counts as failed, whatever was done, and is not tried again.
  void fail(Run run, TaskRun task, Failure failure) {
    neverTried(run, task, AttemptState.FAILED, Map.of(), Optional.of(failure), Optional.empty());
    ended(run, task, new UnitState.Failed(failure));
  }

  private void neverTried(
      Run run,
      TaskRun task,
      AttemptState state,
      Map<String, Object> outputs,
      Optional<Failure> failure,
      Optional<String> note) {
    batch.change(
        new Change.AttemptAdded(
            new Rows.AttemptRow(
                new AttemptId(run.id(), task.name(), 0, task.nextRow()),
                Rows.By.NOBODY,
                state,
                new Rows.Times(batch.now, Optional.empty(), Optional.of(batch.now)),
                outputs,
                failure,
                note)));
    task.recorded();
  }

  /// A unit is over: of a `forEach` task the next item begins, else the tasks that need it are
  /// looked at.
  void unitEnded(Run run, TaskRun task, int item, UnitState.Ended end) {
    if (!task.fanned()) {
      ended(run, task, end);
      return;
    }
    task.unit(item).become(end);
    task.itemEnded(item);
    batch.afterwards(later -> later.tasks.beginItems(run, task));
  }

  private void ended(Run run, TaskRun task, UnitState.Ended end) {
    task.whole().become(end);
    if (end instanceof UnitState.Failed(var failure)) batch.telling.taskFailed(run, task, failure);
    run.taskEnded();
    if (!(end instanceof UnitState.Cancelled)) {
      batch.triggered.tell(run, task.name(), end.end().name().toLowerCase(Locale.ROOT));
    }
    if (end.end() == End.SUCCEEDED) batch.dependencies.succeeded(run, task.name());
    batch.afterwards(later -> later.tasks.considerFollowers(run, task));
  }

  private void considerFollowers(Run run, TaskRun task) {
    for (int follower : run.workflow().graph().followers(task.place())) {
      consider(run, run.task(follower));
    }
    // Tasks that are skipped end before others that they need, and so before the last one.
    for (var handler : run.handlers()) consider(run, handler);
    batch.runs.endIfDone(run);
  }

  /// Ends this task alone; the others go on without it.
  void cancelAlone(Run run, TaskRun task) {
    if (task.state() instanceof UnitState.Waiting) ended(run, task, new UnitState.Cancelled());
    else cancel(run, task);
  }

  /// Ends what has not started, and asks for the end of what has.
  void cancel(Run run, TaskRun task) {
    if (run.wants(task)) {
      batch.attempts.stopAsking(run, task);
      return;
    }
    switch (task.state()) {
      case UnitState.Waiting _ -> {
        task.whole().become(new UnitState.Cancelled());
        run.taskEnded();
      }
      case UnitState.Fanned _ -> {
        for (int item = 0; item < task.begun(); item++) batch.attempts.cancel(run, task, item);
        joinIfDone(run, task);
      }
      case UnitState.Ready _, UnitState.Running _, UnitState.Delayed _, UnitState.Asking _ ->
          batch.attempts.cancel(run, task, 0);
      case UnitState.Ended _ -> {}
    }
  }
}
