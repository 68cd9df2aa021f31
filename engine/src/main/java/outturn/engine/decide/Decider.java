package outturn.engine.decide;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import outturn.engine.run.Run;

/// The core: given the world and what happened, it says what is to be written and done.
///
/// A batch that becomes too large is ended early, and [World#settled] says so: what was read from
/// the events is not lost, the next batch goes on with it.
///
/// Deterministic: the same world, events, time and random numbers give the same answer.
public final class Decider {
  /// The order in which runs queue: by what they were due at, or else when they were ordered.
  private static final Comparator<Run> ORDER =
      Comparator.comparing((Run run) -> run.order().due().orElse(run.id().time()))
          .thenComparing(Run::id);

  private Decider() {}

  /// @param now the time of the batch
  public static Decided decide(World world, List<Event> events, Instant now) {
    var batch = new Batch(world, now);
    batch.settle();
    for (var event : events) {
      apply(batch, event);
      batch.settle();
    }
    batch.grant();
    return batch.decided;
  }

  /// Takes up runs that were rebuilt from rows: what is ready claims its slot again, whose turn it
  /// is runs.
  ///
  /// @param runs all that have not ended, in any order
  public static Decided resume(World world, List<Run> runs, Instant now) {
    var batch = new Batch(world, now);
    var inOrder = runs.stream().sorted(ORDER).toList();
    for (var run : inOrder) batch.runs.adopt(run);
    for (var run : inOrder) batch.afterwards(later -> later.runs.resume(run));
    batch.triggered.resume();
    batch.settle();
    batch.grant();
    return batch.decided;
  }

  private static void apply(Batch batch, Event event) {
    switch (event) {
      case Event.Start start -> batch.runs.start(start);
      case Event.Acted acted -> batch.change(new Change.Audited(acted, batch.now));
      case Event.Reported reported -> batch.attempts.reported(reported);
      case Event.Delivered(var message, var said) -> {
        batch.change(new Change.MessageTaken(message));
        said.ifPresent(told -> apply(batch, told));
      }
      case Event.Wanted wanted -> batch.runs.wanted(wanted);
      case Event.Woken(var timer) -> batch.attempts.woken(timer);
      case Event.Cancel cancel -> batch.runs.cancel(cancel);
      case Event.Operate operate -> batch.operations.operate(operate);
      case Event.Answered answered -> batch.approvals.answered(answered);
      case Event.Due(var schedule) -> batch.dueRuns.due(schedule);
      case Event.TriggersApplied applied -> batch.triggered.applied(applied);
      case Event.Happened happened -> batch.triggered.happened(happened);
      case Event.Heard(var ended, var partition) -> batch.triggered.heard(ended, partition);
      case Event.Expired(var trigger) -> batch.triggered.expired(trigger);
      case Event.NeedMet(var run, var place) -> batch.dependencies.met(run, place);
      case Event.PoliciesApplied applied -> batch.grants.applied(applied);
      // What it lets start is granted at the end of every batch.
      case Event.PoliciesTurned _ -> {}
      case Event.WorthTold(var all) -> batch.world.capacity().worths().tell(all);
      case Event.Applied applied -> batch.dueRuns.applied(applied);
    }
  }
}
