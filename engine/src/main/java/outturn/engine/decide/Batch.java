package outturn.engine.decide;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// One batch being decided: the world, the time, and what has come of it so far.
final class Batch {
  final World world;
  final Instant now;
  final Decided decided = new Decided();
  final Runs runs = new Runs(this);
  final Tasks tasks = new Tasks(this);
  final Attempts attempts = new Attempts(this);
  final Grants grants = new Grants(this);
  final Calls calls = new Calls(this);
  final Waits waits = new Waits(this);
  final Approvals approvals = new Approvals(this);
  final DueRuns dueRuns = new DueRuns(this);
  final Interventions interventions = new Interventions(this);
  final Operations operations = new Operations(this);
  final TriggeredRuns triggered = new TriggeredRuns(this);
  final Dependencies dependencies = new Dependencies(this);
  final Telling telling = new Telling(this);

  /// Schedules that were looked at in this batch: a row is written once.
  final Set<Long> looked = new HashSet<>();

  Batch(World world, Instant now) {
    this.world = world;
    this.now = now;
  }

  /// What follows from a step. It may happen in a later batch, when memory was made anew from rows
  /// in between, or never, when a crash came first: then a look at the run's rows makes up for it.
  @FunctionalInterface
  interface Consequence {
    void happen(Batch batch);
  }

  void change(Change change) {
    decided.changes().add(change);
  }

  void effect(Effect effect) {
    decided.effects().add(effect);
  }

  /// What follows from a step is done after it, not within it: a long chain needs no deep stack,
  /// and a wide one continues in the next batch.
  void afterwards(Consequence consequence) {
    world.consequences().add(consequence);
  }

  boolean full() {
    return decided.changes().size() >= world.mostChanges();
  }

  void settle() {
    while (!full() && !world.settled()) world.consequences().remove().happen(this);
  }

  void grant() {
    grants.grantAll();
    if (full()) afterwards(Batch::grant);
  }
}
