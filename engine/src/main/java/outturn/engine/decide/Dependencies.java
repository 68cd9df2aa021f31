package outturn.engine.decide;

import java.util.List;
import outturn.definition.trigger.Dependency;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.trigger.Waiting;
import outturn.engine.trigger.Wanted;

/// How runs wait for runs of other workflows before they begin.
///
/// A run that waits has its turn: others of its workflow queue behind it. Whether what it waits for
/// is there is read from rows, so nothing is lost when nobody was there to hear of it. A run that
/// has begun once does not wait again when it goes on after its end.
final class Dependencies {
  private final Batch batch;

  Dependencies(Batch batch) {
    this.batch = batch;
  }

  /// Whether there is anything that a run waits for before it begins.
  static boolean any(Run run) {
    return !run.begun() && !run.bypassed() && !run.workflow().starts().dependsOn().isEmpty();
  }

  /// The run begins to wait.
  void waits(Run run) {
    var dependencies = run.workflow().starts().dependsOn();
    var needs = Waiting.Need.of(run.id(), dependencies, run.order().businessDate(), batch.now);
    batch.world.waiting().add(run.id(), new Waiting(needs));
    for (var need : needs) {
      batch.change(new Change.NeedAdded(need));
      need.until().ifPresent(due -> batch.attempts.set(Timer.need(run.id(), need.place()), due));
    }
    look(needs);
  }

  private void look(List<Waiting.Need> needs) {
    for (var need : needs) batch.effect(new Effect.LookForNeeds(need.wanted()));
  }

  boolean has(Run run) {
    return batch.world.waiting().of(run.id()).isPresent();
  }

  /// Whether a run that was rebuilt from rows waits for others, and not for its turn.
  boolean adopt(Run run) {
    var waiting = batch.world.waiting().of(run.id());
    waiting.ifPresent(it -> look(it.open()));
    return waiting.isPresent();
  }

  /// A run or a task of it has succeeded, for which others may wait.
  void succeeded(Run run, String task) {
    var order = run.order();
    var ended = new Wanted(order.workflow(), task, order.businessDate());
    if (!batch.world.waiting().wanted().contains(ended)) return;
    batch.effect(new Effect.LookForNeeds(ended));
  }

  void met(RunId id, int place) {
    if (!batch.world.waiting().met(id, place)) return;
    var run = batch.world.live(id);
    batch.world.waiting().of(id).ifPresent(waiting -> startIfOver(run, waiting));
  }

  private void startIfOver(Run run, Waiting waiting) {
    if (run.held().isPresent()) return;
    if (waiting.over() || run.bypassed()) batch.runs.startNow(run);
  }

  /// Somebody wants the run to begin without what it depends on.
  void bypassed(Run run) {
    batch.world.waiting().of(run.id()).ifPresent(waiting -> startIfOver(run, waiting));
  }

  /// A run that was held goes on waiting; what came to pass meanwhile counts now.
  void released(Run run) {
    var waiting = batch.world.waiting().of(run.id());
    if (waiting.isEmpty()) return;
    startIfOver(run, waiting.get());
    for (var need : waiting.get().open()) {
      need.until()
          .ifPresent(due -> batch.effect(new Effect.Wake(Timer.need(run.id(), need.place()), due)));
    }
  }

  /// The run has waited long enough for one of them. Its timer stays as long as the run waits, so
  /// that memory which is made anew comes to the same; of a run that is held nothing is decided.
  void tooLong(Run run, int place) {
    var waiting = batch.world.waiting().of(run.id());
    if (waiting.isEmpty() || run.held().isPresent()) return;
    var open = waiting.get().open().stream().filter(need -> need.place() == place).findFirst();
    if (open.isEmpty()) return;
    var dependency = run.workflow().starts().dependsOn().get(place);
    var wanted = open.get().wanted();
    var reason =
        "waited in vain until %s for %s of %s to succeed"
            .formatted(batch.now, wanted.path(), wanted.businessDate());
    switch (dependency.otherwise()) {
      case START -> met(run.id(), place);
      case FAIL -> batch.runs.neverStarts(run, by(dependency), RunState.FAILED, reason);
      case SKIP -> batch.runs.neverStarts(run, by(dependency), RunState.CANCELLED, reason);
    }
  }

  private static String by(Dependency dependency) {
    return "dependsOn " + dependency.path();
  }

  /// The run waits for nothing any more.
  void over(Run run) {
    var waiting = batch.world.waiting().remove(run.id());
    if (waiting.isEmpty()) return;
    batch.change(new Change.NeedsRemoved(run.id()));
    for (var need : waiting.get().all()) {
      if (need.until().isEmpty()) continue;
      batch.change(new Change.TimerCleared(Timer.need(run.id(), need.place())));
    }
  }
}
