package outturn.engine.decide;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Loss;
import outturn.engine.run.Round;
import outturn.engine.run.Rows;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// How attempts begin and end: slots, tokens, waits, calls, retries, losses.
final class Attempts {
  private final Batch batch;

  Attempts(Batch batch) {
    this.batch = batch;
  }

  /// It is this unit's turn: waits and calls begin at once, all else claims a slot and its pools.
  void ready(Run run, TaskRun task, int item) {
    var unit = task.unit(item);
    int attempt = unit.attempts() + 1;
    unit.become(new UnitState.Ready(attempt, batch.now));
    enter(run, task, item, batch.now);
  }

  /// What is ready goes on, unless it is held.
  void enter(Run run, TaskRun task, int item, Instant since) {
    if (run.holds(task)) return;
    switch (task.task().action()) {
      case Action.Wait wait ->
          begin(run, task, item, () -> batch.waits.begin(run, task, item, wait));
      case Action.Call call ->
          begin(run, task, item, () -> batch.calls.begin(run, task, item, call));
      case Action.Approval(var terms) ->
          begin(run, task, item, () -> batch.approvals.begin(run, task, terms));
      case Action.Nothing _, Action.Run _, Action.Sql _, Action.Http _, Action.Collect _ ->
          batch.world.capacity().claim(batch.grants.claim(run, task, item, since));
    }
  }

  Effect.Dispatch dispatch(Run run, TaskRun task, int item, long token) {
    return new Effect.Dispatch(
        id(run, task, item), token, run.version(), task.task(), run.scope(task, item));
  }

  static AttemptId id(Run run, TaskRun task, int item) {
    return new AttemptId(run.id(), task.name(), item, task.unit(item).attempts());
  }

  /// Makes the unit's next attempt a running one, and answers its token.
  long started(Run run, TaskRun task, int item, long worker) {
    long token = batch.world.tokens().nextLong();
    task.unit(item).become(new UnitState.Running(task.unit(item).attempts() + 1, token));
    batch.change(
        new Change.AttemptAdded(
            new Rows.AttemptRow(
                id(run, task, item),
                new Rows.By(token, worker),
                AttemptState.RUNNING,
                new Rows.Times(batch.now, Optional.of(batch.now), Optional.empty()),
                Map.of(),
                Optional.empty(),
                Optional.empty())));
    return token;
  }

  private void begin(Run run, TaskRun task, int item, Runnable work) {
    started(run, task, item, 0);
    try {
      work.run();
    } catch (EvaluationFailed failed) {
      over(run, task, item, failed(FailureKind.START, failed.reason()));
    }
  }

  static Timer timer(Timer.Kind kind, Run run, TaskRun task, int item) {
    return new Timer(run.id(), kind, task.name(), item, task.unit(item).attempts());
  }

  void set(Timer timer, Instant due) {
    batch.change(new Change.TimerSet(timer, due));
    batch.effect(new Effect.Wake(timer, due));
  }

  void woken(Timer timer) {
    var run = batch.world.runs().get(timer.run());
    if (run != null && timer.kind() == Timer.Kind.NEED) {
      batch.dependencies.tooLong(run, timer.item());
      return;
    }
    // With a run its watches end.
    if (run == null && timer.watches()) return;
    batch.change(new Change.TimerCleared(timer));
    if (run == null) return;
    if (timer.kind() == Timer.Kind.START) batch.runs.startMissed(run);
    else if (timer.watches()) batch.telling.woken(run, timer);
    else woken(run, run.task(timer.task()), timer);
  }

  private void woken(Run run, TaskRun task, Timer timer) {
    if (!task.has(timer.item())) return;
    var unit = task.unit(timer.item());
    if (unit.attempts() != timer.attempt()) return;
    switch (timer.kind()) {
      case RETRY -> {
        if (unit.state() instanceof UnitState.Delayed) ready(run, task, timer.item());
      }
      case WAIT -> {
        if (!(unit.state() instanceof UnitState.Running)) return;
        if (task.task().action() instanceof Action.Approval(var terms))
          batch.approvals.tooLate(run, task, terms);
        else if (task.task().action() instanceof Action.Wait wait)
          batch.waits.due(run, task, timer.item(), wait);
      }
      case TIMEOUT -> {
        if (unit.state() instanceof UnitState.Running) batch.calls.tooLong(run, task, timer.item());
      }
      case START, NEED, LATE, LONG -> {}
    }
  }

  void reported(Event.Reported event) {
    var id = event.attempt();
    var run = batch.world.runs().get(id.run());
    if (run != null && run.workflow().graph().has(id.task())) {
      var task = run.task(id.task());
      if (task.has(id.item())
          && task.unit(id.item()).state() instanceof UnitState.Running(_, var token)
          && token == event.token()) {
        if (event.report() instanceof Event.Report.NeverStarted) {
          again(run, task, id.item(), token);
        } else {
          over(run, task, id.item(), event.report());
        }
        return;
      }
    }
    batch.effect(new Effect.StaleReport(id, event.token()));
  }

  /// The attempt was never begun: this node's worker is sent it. It gets another token, so that who
  /// says the same again says nothing. Where its run is not wanted any more, it is over.
  private void again(Run run, TaskRun task, int item, long before) {
    if (!run.wants(task)) {
      over(run, task, item, new Event.Report.Cancelled());
      return;
    }
    long token = batch.world.tokens().nextLong();
    var id = id(run, task, item);
    task.unit(item).become(new UnitState.Running(id.attempt(), token));
    batch.change(new Change.AttemptMoved(id, new Rows.By(token, batch.world.worker())));
    batch
        .world
        .capacity()
        .release(before)
        .ifPresent(claim -> {
          batch.world.capacity().hold(claim, token);
          if (!Grants.hasRow(task)) return;
          batch.change(new Change.Released(before));
          batch.change(batch.grants.row(run, task, token));
        });
    batch.effect(dispatch(run, task, item, token));
  }

  private static Event.Report failed(FailureKind kind, String message) {
    return new Event.Report.Failed(Failure.of(kind, message));
  }

  /// The running attempt of a unit is over; what it came to decides whether the unit is.
  void over(Run run, TaskRun task, int item, Event.Report report) {
    var unit = task.unit(item);
    if (!(unit.state() instanceof UnitState.Running(var attempt, var token))) return;
    var id = new AttemptId(run.id(), task.name(), item, attempt);
    batch.waits.over(task, token);
    batch
        .world
        .capacity()
        .release(token)
        .filter(_ -> Grants.hasRow(task))
        .ifPresent(_ -> batch.change(new Change.Released(token)));
    boolean wanted = run.wants(task);
    switch (report) {
      case Event.Report.NeverStarted() ->
          throw new IllegalStateException("begins, and is not over: " + id);
      case Event.Report.Succeeded(var outputs) -> succeeded(run, task, id, outputs);
      case Event.Report.Failed(var failure) -> {
        close(id, new UnitState.Failed(failure));
        boolean again = task.task().rules().retry().allows(unit.tries(), failure);
        if (!again) end(run, task, item, new UnitState.Failed(failure));
        else if (wanted) retry(run, task, item);
        else end(run, task, item, new UnitState.Cancelled());
      }
      case Event.Report.Cancelled(), Event.Report.Lost() -> {
        if (wanted) {
          lost(run, task, item, id);
        } else {
          close(id, new UnitState.Cancelled());
          end(run, task, item, new UnitState.Cancelled());
        }
      }
    }
  }

  private void succeeded(Run run, TaskRun task, AttemptId id, Map<String, Object> outputs) {
    int item = id.item();
    switch (Round.after(run, task, item, outputs)) {
      case Round.Done() -> {
        close(id, new UnitState.Succeeded(outputs));
        end(run, task, item, new UnitState.Succeeded(outputs));
      }
      case Round.Unmet(var failure) -> {
        close(id, new UnitState.Failed(failure));
        end(run, task, item, new UnitState.Failed(failure));
      }
      case Round.Again(var pause) -> {
        close(id, new UnitState.Succeeded(outputs));
        task.unit(item).roundEnded();
        if (run.wants(task)) delay(run, task, item, batch.now.plus(pause));
        else end(run, task, item, new UnitState.Cancelled());
      }
    }
  }

  /// The running attempt of a task that runs once is over without having done anything.
  void skip(Run run, TaskRun task, String why) {
    var failure = Optional.of(Failure.of(FailureKind.UNMET, why));
    batch.change(
        new Change.AttemptEnded(
            id(run, task, 0), AttemptState.SKIPPED, batch.now, Map.of(), failure));
    end(run, task, 0, new UnitState.Skipped(why));
  }

  private void end(Run run, TaskRun task, int item, UnitState.Ended end) {
    batch.tasks.unitEnded(run, task, item, end);
  }

  private void retry(Run run, TaskRun task, int item) {
    var unit = task.unit(item);
    delay(run, task, item, batch.now.plus(task.task().rules().retry().delayAfter(unit.tries())));
  }

  private void delay(Run run, TaskRun task, int item, Instant until) {
    var unit = task.unit(item);
    unit.become(new UnitState.Delayed(unit.attempts() + 1, until));
    set(timer(Timer.Kind.RETRY, run, task, item), until);
  }

  private void lost(Run run, TaskRun task, int item, AttemptId id) {
    var unit = task.unit(item);
    unit.lost();
    batch.change(
        new Change.AttemptEnded(id, AttemptState.LOST, batch.now, Map.of(), Optional.empty()));
    switch (Loss.after(task.task(), unit.losses())) {
      case RETRY -> ready(run, task, item);
      case ASK -> {
        unit.become(new UnitState.Asking(unit.attempts() + 1));
        if (run.cancelledBy().isPresent()) stopAsking(run, task, item);
      }
      case FAIL -> end(run, task, item, new UnitState.Failed(Loss.FAILURE));
    }
  }

  /// Writes the end of an attempt, or of a frame.
  void close(AttemptId id, UnitState.Ended end) {
    var change =
        switch (end) {
          case UnitState.Succeeded(var outputs) ->
              new Change.AttemptEnded(
                  id, AttemptState.SUCCEEDED, batch.now, outputs, Optional.empty());
          case UnitState.Failed(var failure) ->
              new Change.AttemptEnded(
                  id, AttemptState.FAILED, batch.now, Map.of(), Optional.of(failure));
          case UnitState.Cancelled _, UnitState.Skipped _ ->
              new Change.AttemptEnded(
                  id, AttemptState.CANCELLED, batch.now, Map.of(), Optional.empty());
        };
    batch.change(change);
  }

  /// Nobody is asked about a run that was cancelled: what was lost has failed.
  void stopAsking(Run run, TaskRun task) {
    int units = task.fanned() ? task.begun() : 1;
    for (int item = 0; item < units; item++) stopAsking(run, task, item);
  }

  private void stopAsking(Run run, TaskRun task, int item) {
    if (task.unit(item).state() instanceof UnitState.Asking) {
      end(run, task, item, new UnitState.Failed(Loss.FAILURE));
    }
  }

  void cancel(Run run, TaskRun task, int item) {
    var unit = task.unit(item);
    switch (unit.state()) {
      case UnitState.Ready _ -> {
        batch.interventions.withdraw(run, task, item);
        end(run, task, item, new UnitState.Cancelled());
      }
      case UnitState.Delayed _ -> {
        batch.change(new Change.TimerCleared(timer(Timer.Kind.RETRY, run, task, item)));
        end(run, task, item, new UnitState.Cancelled());
      }
      case UnitState.Waiting _, UnitState.Asking _ ->
          end(run, task, item, new UnitState.Cancelled());
      case UnitState.Running(_, var token) -> stop(run, task, item, token);
      case UnitState.Fanned _, UnitState.Ended _ -> {}
    }
  }

  private void stop(Run run, TaskRun task, int item, long token) {
    switch (task.task().action()) {
      case Action.Wait _, Action.Approval _ -> {
        batch.change(new Change.TimerCleared(timer(Timer.Kind.WAIT, run, task, item)));
        over(run, task, item, new Event.Report.Cancelled());
      }
      case Action.Call _ ->
          batch.calls.cancelChild(id(run, task, item), run.cancelledBy().orElse("parent"));
      case Action.Nothing _, Action.Run _, Action.Sql _, Action.Http _, Action.Collect _ ->
          batch.effect(new Effect.Stop(id(run, task, item), token, Effect.Urgency.ASK));
    }
  }

  /// Gives a task that was rebuilt from rows its slots and claims back.
  void adopt(Run run, TaskRun task) {
    if (!task.fanned()) {
      adopt(run, task, 0);
      return;
    }
    for (int item = 0; item < task.begun(); item++) adopt(run, task, item);
  }

  private void adopt(Run run, TaskRun task, int item) {
    switch (task.unit(item).state()) {
      case UnitState.Ready(_, var since) when Grants.areFor(task) -> enter(run, task, item, since);
      case UnitState.Ready _ ->
          batch.afterwards(later -> later.attempts.readyAgain(run, task, item));
      case UnitState.Running(_, var token) when Grants.areFor(task) -> {
        batch.world.capacity().hold(batch.grants.claim(run, task, item, run.id().time()), token);
        if (!run.wants(task)) stop(run, task, item, token);
      }
      // Its timer may have fired, and the memory of that be gone.
      case UnitState.Delayed(_, var until) ->
          batch.effect(new Effect.Wake(timer(Timer.Kind.RETRY, run, task, item), until));
      case UnitState.Running _ -> batch.waits.lookAgain(run, task, item);
      case UnitState.Waiting _, UnitState.Asking _, UnitState.Fanned _, UnitState.Ended _ -> {}
    }
  }

  private void readyAgain(Run run, TaskRun task, int item) {
    if (task.unit(item).state() instanceof UnitState.Ready) ready(run, task, item);
  }
}
