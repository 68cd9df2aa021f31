package outturn.engine.decide;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/// One batch being decided: the world, the time, and what has come of it so far.
final class Batch {
  final World world;
  final Instant now;
  final Decided decided = new Decided();
  final Runs runs = new Runs(this);
  final Tasks tasks = new Tasks(this);
  final Attempts attempts = new Attempts(this);
  final DueRuns dueRuns = new DueRuns(this);
  private final Queue<Runnable> consequences = new ArrayDeque<>();

  Batch(World world, Instant now) {
    this.world = world;
    this.now = now;
  }

  void change(Change change) {
    decided.changes().add(change);
  }

  void effect(Effect effect) {
    decided.effects().add(effect);
  }

  /// What follows from a step is done after it, not within it: a long chain needs no deep stack.
  void afterwards(Runnable consequence) {
    consequences.add(consequence);
  }

  void settle() {
    for (var next = consequences.poll(); next != null; next = consequences.poll()) next.run();
  }
}
