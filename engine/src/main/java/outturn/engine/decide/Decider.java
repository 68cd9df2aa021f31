package outturn.engine.decide;

import java.time.Instant;
import java.util.List;
import outturn.engine.run.Run;

/// The core: given the world and what happened, it says what is to be written and done.
///
/// Deterministic: the same world, events, time and random numbers give the same answer.
public final class Decider {
  private Decider() {}

  /// @param now the time of the batch
  public static Decided decide(World world, List<Event> events, Instant now) {
    var batch = new Batch(world, now);
    for (var event : events) {
      apply(batch, event);
      batch.settle();
    }
    batch.attempts.grantAll();
    return batch.decided;
  }

  /// Takes up runs that were rebuilt from rows: what is ready claims its slot again, whose turn it
  /// is runs.
  public static Decided resume(World world, List<Run> runs, Instant now) {
    var batch = new Batch(world, now);
    for (var run : runs) batch.runs.adopt(run);
    for (var run : runs) batch.runs.resume(run);
    batch.settle();
    batch.attempts.grantAll();
    return batch.decided;
  }

  private static void apply(Batch batch, Event event) {
    switch (event) {
      case Event.Start start -> batch.runs.start(start);
      case Event.Reported reported -> batch.attempts.reported(reported);
      case Event.Woken(var timer) -> batch.attempts.woken(timer);
      case Event.Cancel cancel -> batch.runs.cancel(cancel);
      case Event.Due(var schedule) -> batch.dueRuns.due(schedule);
      case Event.Applied applied -> batch.dueRuns.applied(applied);
    }
  }
}
