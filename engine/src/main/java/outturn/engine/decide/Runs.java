package outturn.engine.decide;

import java.time.Instant;
import java.util.HashMap;
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
import outturn.engine.run.Turn;
import outturn.engine.run.Version;
import outturn.engine.schedule.Turns;

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
    var id = batch.world.newId(event.version(), order, batch.now);
    start(new Event.Start(id, event.version(), order, Optional.of(event.key())));
    if (order.origin() instanceof Origin.User(var user)) {
      Map<String, Object> details = Map.of("workflows", List.of(order.workflow()), "runs", 1);
      var act = new Event.Acted(user, "run start", id.toString(), details);
      batch.change(new Change.Audited(act, batch.now));
    }
  }

  /// A run that starts at once, or when its turn has come and what it depends on is there.
  Run begin(RunId id, Version version, Order order) {
    var run = new Run(id, order, version);
    if (run.workflow().about().precedence().concurrency().isPresent()) {
      run = new Run(id, withoutThoseOfCallers(Turn.taken(run)), version);
    }
    var turns = batch.world.turns();
    boolean room = turns.mayBegin(run, batch.now);
    boolean waits = !room || Dependencies.any(run);
    added(run, waits ? RunState.WAITING : RunState.RUNNING);
    if (room) goesOn(run);
    else turns.queued(run);
    return run;
  }

  /// Who is called by a run that has the same turn does not wait for it, or neither would end.
  private Order withoutThoseOfCallers(Order order) {
    var turns = new HashMap<>(order.terms().turns());
    var origin = order.origin();
    while (origin instanceof Origin.Parent(var attempt)) {
      // One that went on after its caller had ended has none that waits for it.
      var caller = batch.world.runs().get(attempt.run());
      if (caller == null) break;
      turns.keySet().removeAll(caller.order().terms().turns().keySet());
      origin = caller.order().origin();
    }
    return order.on(order.terms().turns(turns));
  }

  /// A run whose turn it is: it runs, or waits for what it depends on.
  private void goesOn(Run run) {
    batch.world.turns().started(run);
    if (run.state() == RunState.WAITING) batch.dependencies.waits(run);
    else batch.afterwards(later -> later.tasks.considerAll(run));
  }

  private void added(Run run, RunState state) {
    run.become(state);
    batch.world.runs().put(run.id(), run);
    linkToParent(run);
    var started = state == RunState.RUNNING ? Optional.of(batch.now) : Optional.<Instant>empty();
    var times = new Rows.Times(batch.now, started, Optional.empty());
    batch.change(
        new Change.RunAdded(
            new Rows.RunRow(
                run.id(), run.order(), run.version().id(), state, times, Optional.empty())));
    batch.effect(new Effect.Changed(run.id(), state));
    batch.telling.added(run);
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
      if (batch.dependencies.adopt(run)) world.turns().started(run);
      else if (run.held().isEmpty()) world.turns().queued(run);
      return;
    }
    world.turns().started(run);
    for (var task : run.tasks()) batch.attempts.adopt(run, task);
  }

  void resume(Run run) {
    if (run.state() == RunState.WAITING) {
      Turns.groupsOf(run).forEach(this::takeTurns);
    } else if (batch.world.runs().containsKey(run.id())) {
      batch.tasks.considerAll(run);
    }
  }

  /// Starts the runs of a group whose turn it is, or lets them wait for what they depend on.
  void takeTurns(String group) {
    for (var next = batch.world.turns().next(group, batch.now);
        next.isPresent();
        next = batch.world.turns().next(group, batch.now)) {
      if (batch.full()) {
        batch.afterwards(later -> later.runs.takeTurns(group));
        return;
      }
      takeTurn(batch.world.live(next.get()));
    }
  }

  private void takeTurn(Run run) {
    if (!Dependencies.any(run)) {
      startNow(run);
      return;
    }
    var turns = batch.world.turns();
    turns.left(run);
    turns.started(run);
    turns.served(run, batch.now);
    batch.change(new Change.TimerCleared(Timer.start(run.id())));
    batch.dependencies.waits(run);
  }

  /// A run that waited starts, whatever it waited for.
  void startNow(Run run) {
    batch.dependencies.over(run);
    var turns = batch.world.turns();
    turns.left(run);
    run.become(RunState.RUNNING);
    turns.started(run);
    turns.served(run, batch.now);
    batch.change(new Change.RunStarted(run.id(), batch.now));
    batch.change(new Change.TimerCleared(Timer.start(run.id())));
    batch.effect(new Effect.Changed(run.id(), RunState.RUNNING));
    batch.telling.running(run);
    batch.tasks.considerAll(run);
  }

  /// A run that has ended goes on, or waits until there is room for it: all that was cancelled is
  /// to be done again.
  void reopen(Run run) {
    boolean room = batch.world.turns().mayBegin(run, batch.now);
    boolean waits = !room || Dependencies.any(run);
    run.reopen(waits ? RunState.WAITING : RunState.RUNNING);
    batch.world.runs().put(run.id(), run);
    batch.change(new Change.RunReopened(run.id(), run.state()));
    batch.telling.reopened(run);
    batch.effect(new Effect.Changed(run.id(), run.state()));
    if (room) goesOn(run);
    else batch.world.turns().queued(run);
  }

  void cancel(Event.Cancel event) {
    batch.world.run(event.run()).ifPresent(run -> cancel(run, event.by()));
  }

  void cancel(Run run, String by) {
    if (run.cancelledBy().isPresent()) return;
    run.cancelledBy(by);
    batch.change(new Change.CancelAsked(run.id(), by));
    batch.interventions.releaseAll(run);
    batch.effect(new Effect.Changed(run.id(), run.state()));
    for (var task : run.tasks()) batch.tasks.cancel(run, task);
    if (run.state() == RunState.RUNNING) batch.tasks.considerAll(run);
    endIfDone(run);
  }

  /// From now on the run has this priority: all that it claims, or will claim.
  void prioritise(Run run, int priority) {
    if (run.ownPriority().filter(now -> now == priority).isPresent()) return;
    boolean waits = run.state() == RunState.WAITING && run.held().isEmpty();
    boolean queued = waits && !batch.dependencies.has(run);
    if (queued) batch.world.turns().left(run);
    var again =
        run.tasks().stream()
            .flatMap(task -> batch.interventions.takeBack(run, task).stream())
            .toList();
    run.priority(priority);
    again.forEach(Runnable::run);
    if (queued) batch.world.turns().queued(run);
    batch.decided.changes().removeIf(change -> isPriority(change, run.id()));
    batch.change(new Change.Prioritised(run.id(), priority));
    batch.effect(new Effect.Changed(run.id(), run.state()));
  }

  /// A row is written once.
  private static boolean isPriority(Change change, RunId run) {
    return change instanceof Change.Prioritised(var other, _) && other.equals(run);
  }

  /// A waiting run that did not get its turn in time is over.
  void startMissed(Run run) {
    if (run.state() != RunState.WAITING || batch.dependencies.has(run)) return;
    var reason = "not started within its time: another run of the workflow was still running";
    batch.change(new Change.OccurrenceMissed(run.id(), reason));
    batch.telling.startMissed(run, reason);
    neverStarts(run, "schedule", RunState.CANCELLED, reason);
  }

  /// A run that waits ends before it began.
  void neverStarts(Run run, String by, RunState state, String reason) {
    run.cancelledBy(by);
    batch.change(new Change.CancelAsked(run.id(), by));
    for (var task : run.tasks()) batch.tasks.cancel(run, task);
    end(run, state, Optional.of(reason));
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
    var groups = Turns.groupsOf(run);
    batch.world.turns().left(run);
    run.become(state);
    batch.world.runs().remove(run.id());
    batch.dependencies.over(run);
    batch.triggered.tell(run, "", state.word());
    if (state == RunState.SUCCEEDED) batch.dependencies.succeeded(run, "");
    batch.change(new Change.RunEnded(run.id(), state, batch.now, note, Ending.warnings(run)));
    batch.telling.ended(run, state, note);
    batch.effect(new Effect.Changed(run.id(), state));
    if (run.order().origin() instanceof Origin.Parent(var attempt)) {
      batch.world.children().remove(attempt);
      batch.calls.childEnded(attempt, run);
    }
    for (var group : groups) batch.afterwards(later -> later.runs.takeTurns(group));
  }
}
