package outturn.engine.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.engine.run.Ending;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Rows;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.Version;

/// How runs begin and end.
final class Runs {
  private final Batch batch;

  Runs(Batch batch) {
    this.batch = batch;
  }

  void start(Event.Start event) {
    begin(event.id(), event.version(), event.order());
    event.key().ifPresent(key -> batch.change(new Change.KeyKept(key, event.id(), batch.now)));
  }

  void wanted(Event.Wanted event) {
    var order = event.order();
    var id = batch.world.newId(event.version(), order.workflow(), batch.now);
    start(new Event.Start(id, event.version(), order, Optional.of(event.key())));
    if (order.origin() instanceof Origin.User(var user)) {
      Map<String, Object> details = Map.of("workflows", List.of(order.workflow()), "runs", 1);
      var act = new Event.Acted(user, "run start", id.toString(), details);
      batch.change(new Change.Audited(act, batch.now));
    }
  }

  /// A run that starts at once.
  void begin(RunId id, Version version, Order order) {
    var run = added(id, version, order, RunState.RUNNING);
    batch.world.turns().started(order.workflow(), id);
    batch.afterwards(later -> later.tasks.considerAll(run));
  }

  /// A run that waits until no other of its workflow runs.
  void queue(RunId id, Version version, Order order) {
    added(id, version, order, RunState.WAITING);
    batch.world.turns().queued(order.workflow(), id);
  }

  private Run added(RunId id, Version version, Order order, RunState state) {
    var run = new Run(id, order, version);
    run.become(state);
    batch.world.runs().put(id, run);
    linkToParent(run);
    var started = state == RunState.RUNNING ? Optional.of(batch.now) : Optional.<Instant>empty();
    var times = new Rows.Times(batch.now, started, Optional.empty());
    batch.change(
        new Change.RunAdded(
            new Rows.RunRow(id, order, version.id(), state, times, Optional.empty())));
    batch.effect(new Effect.Changed(id, state));
    return run;
  }

  private void linkToParent(Run run) {
    if (run.order().origin() instanceof Origin.Parent(var attempt)) {
      batch.world.children().put(attempt, run.id());
    }
  }

  /// Puts a run that was rebuilt from rows back into the world.
  void adopt(Run run) {
    var world = batch.world;
    world.runs().put(run.id(), run);
    linkToParent(run);
    if (run.state() == RunState.WAITING) {
      // One that is held does not stand in the queue.
      if (run.held().isEmpty()) world.turns().queued(run.order().workflow(), run.id());
      return;
    }
    world.turns().started(run.order().workflow(), run.id());
    for (var task : run.tasks()) batch.attempts.adopt(run, task);
  }

  void resume(Run run) {
    if (run.state() == RunState.WAITING) {
      takeTurn(run.order().workflow());
    } else if (batch.world.runs().containsKey(run.id())) {
      batch.tasks.considerAll(run);
    }
  }

  /// Starts the run whose turn it is, if it is anyone's.
  void takeTurn(String workflow) {
    var next = batch.world.turns().next(workflow);
    if (next.isEmpty()) return;
    startNow(batch.world.live(next.get()));
  }

  /// A run that waited for its turn starts.
  void startNow(Run run) {
    var workflow = run.order().workflow();
    batch.world.turns().left(workflow, run.id());
    batch.world.turns().started(workflow, run.id());
    run.become(RunState.RUNNING);
    batch.change(new Change.RunStarted(run.id(), batch.now));
    batch.change(new Change.TimerCleared(Timer.start(run.id())));
    batch.effect(new Effect.Changed(run.id(), RunState.RUNNING));
    batch.tasks.considerAll(run);
  }

  /// A run that has ended goes on: all that was cancelled is to be done again.
  void reopen(Run run) {
    run.reopen();
    batch.world.runs().put(run.id(), run);
    batch.world.turns().started(run.order().workflow(), run.id());
    batch.change(new Change.RunReopened(run.id()));
    batch.effect(new Effect.Changed(run.id(), RunState.RUNNING));
  }

  void cancel(Event.Cancel event) {
    batch.world.run(event.run()).ifPresent(run -> cancel(run, event.by()));
  }

  void cancel(Run run, String by) {
    if (run.cancelledBy().isPresent()) return;
    run.cancelledBy(by);
    batch.change(new Change.CancelAsked(run.id(), by));
    batch.effect(new Effect.Changed(run.id(), run.state()));
    for (var task : run.tasks()) batch.tasks.cancel(run, task);
    if (run.state() == RunState.RUNNING) batch.tasks.considerAll(run);
    endIfDone(run);
  }

  /// A waiting run that did not get its turn in time is over.
  void startMissed(Run run) {
    if (run.state() != RunState.WAITING) return;
    var reason = "not started within its time: another run of the workflow was still running";
    batch.change(new Change.OccurrenceMissed(run.id(), reason));
    run.cancelledBy("schedule");
    for (var task : run.tasks()) batch.tasks.cancel(run, task);
    end(run, RunState.CANCELLED, Optional.of(reason));
  }

  void endIfDone(Run run) {
    if (run.state().ended() || !run.allTasksEnded()) return;
    // One that waits for its turn ends when it has come, or is cancelled.
    if (run.state() == RunState.WAITING && run.cancelledBy().isEmpty()) return;
    var end = Ending.of(run);
    var by = run.cancelledBy().filter(_ -> end == RunState.CANCELLED);
    end(run, end, by.map(who -> "cancelled by " + who));
  }

  private void end(Run run, RunState state, Optional<String> note) {
    run.become(state);
    batch.world.runs().remove(run.id());
    batch.world.turns().left(run.order().workflow(), run.id());
    batch.change(new Change.RunEnded(run.id(), state, batch.now, note, Ending.warnings(run)));
    batch.effect(new Effect.Changed(run.id(), state));
    if (run.order().origin() instanceof Origin.Parent(var attempt)) {
      batch.world.children().remove(attempt);
      batch.calls.childEnded(attempt, run);
    }
    batch.afterwards(later -> later.runs.takeTurn(run.order().workflow()));
  }
}
