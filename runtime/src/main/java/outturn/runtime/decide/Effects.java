package outturn.runtime.decide;

import java.util.List;
import java.util.Optional;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.decide.Change;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.decide.World;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.event.FileWaits;
import outturn.runtime.live.RunWatch;
import outturn.runtime.work.Worker;

/// Where what was decided becomes true: the worker, and those who watch.
public final class Effects {
  private static final String UNTOLD = "failed with a message that cannot be stored";

  private final Worker worker;
  private final RunWatch watch;
  private final RollCall rollCall;
  private final FreeDisk disk;
  private final FileWaits files;

  public Effects(Worker worker, RunWatch watch, RollCall rollCall, FreeDisk disk, FileWaits files) {
    this.worker = worker;
    this.watch = watch;
    this.rollCall = rollCall;
    this.disk = disk;
    this.files = files;
  }

  /// What waits for files.
  FileWaits files() {
    return files;
  }

  RollCall rollCall() {
    return rollCall;
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

  void dispatch(Effect.Dispatch dispatch, long lapses) {
    worker.make(dispatch, lapses);
  }

  /// Whether the attempt is one of this node's worker, under way or with its report not taken yet.
  boolean ours(long token) {
    return worker.has(token);
  }

  void changed(RunId run, RunState state) {
    watch.changed(run, state);
  }

  /// Tells those who watch that more than the state of a run may be otherwise.
  void committed(List<Change> changes) {
    if (!watch.unwatched()) Touched.by(changes).forEach(watch::touched);
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
      case Event.Report.Failed _,
          Event.Report.Cancelled _,
          Event.Report.Lost _,
          Event.Report.NeverStarted _ ->
          Optional.empty();
    };
  }
}
