package outturn.runtime.decide;

import java.util.Optional;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.decide.World;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.live.RunWatch;
import outturn.runtime.work.Worker;

/// Where what was decided becomes true: the worker, and those who watch.
public final class Effects {
  private static final String UNTOLD = "failed with a message that cannot be stored";

  private final Worker worker;
  private final RunWatch watch;
  private final Inbox inbox;
  private final FreeDisk disk;

  public Effects(Worker worker, RunWatch watch, Inbox inbox, FreeDisk disk) {
    this.worker = worker;
    this.watch = watch;
    this.inbox = inbox;
    this.disk = disk;
  }

  /// Lets the keeper grant, or not, as there is room on this host's disk.
  ///
  /// @return whether it may grant again, after it might not
  boolean admit(World world) {
    var capacity = world.capacity();
    boolean resumes = capacity.isPaused() && disk.hasRoom();
    if (disk.hasRoom()) capacity.resume();
    else capacity.pause();
    return resumes;
  }

  void dispatch(Effect.Dispatch dispatch) {
    worker.make(dispatch);
  }

  void stop(long token) {
    worker.stop(token);
  }

  /// A report about the attempt is committed, whatever it came to.
  void settled(long token) {
    worker.settled(token);
  }

  void changed(RunId run, RunState state) {
    watch.changed(run, state);
  }

  /// After the world was rebuilt: running attempts that the worker has go on, those it never
  /// started are sent again, and the others were lost with an earlier incarnation.
  void reconcile(Memory.Loaded loaded) {
    for (var running : loaded.running()) {
      long token = running.by().token();
      if (running.by().worker() == 0 || worker.has(token)) continue;
      var run = loaded.world().runs().get(running.id().run());
      if (run == null) continue;
      if (worker.mayHaveStarted(token)) {
        inbox.tell(new Event.Reported(running.id(), token, new Event.Report.Lost()));
      } else {
        again(run, running.id(), token);
      }
    }
  }

  private void again(Run run, AttemptId id, long token) {
    var task = run.task(id.task());
    if (!(task.unit(id.item()).state() instanceof UnitState.Running(_, var now)) || now != token) {
      return;
    }
    var scope = run.scope(task, id.item());
    worker.make(new Effect.Dispatch(id, token, run.version(), task.task(), scope));
    if (run.cancelledBy().isPresent()) worker.stop(token);
  }

  /// What is told instead of a report that the database did not take, if anything is left to tell.
  static Optional<Event.Report> storable(Event.Report report, String why) {
    return switch (report) {
      case Event.Report.Succeeded _ ->
          Optional.of(
              new Event.Report.Failed(Failure.of(FailureKind.OUTPUT, "cannot be stored: " + why)));
      case Event.Report.Failed(var failure) when !failure.message().equals(UNTOLD) ->
          Optional.of(
              new Event.Report.Failed(new Failure(failure.kind(), failure.exitCode(), UNTOLD)));
      case Event.Report.Failed _, Event.Report.Cancelled _, Event.Report.Lost _ -> Optional.empty();
    };
  }
}
