package outturn.http.run;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.live.RunWatch;
import outturn.store.run.RunReader;

/// A run, live: its state at once, at each change, and when it ends; and that something else of it
/// has changed, at most a few times a second.
public final class RunEvents {
  // Short, so that a server that stops does not wait for those who listen.
  private static final int LOOK_EVERY_MILLIS = 500;
  private static final int LOOKS_PER_READ = 2;
  private static final int LOOKS_PER_HEARTBEAT = 30;
  // What changes together is told once.
  private static final int GATHER_MILLIS = 250;

  private final RunReader runs;
  private final RunWatch watch;
  private final BooleanSupplier stopping;

  public RunEvents(RunReader runs, RunWatch watch, BooleanSupplier stopping) {
    this.runs = runs;
    this.watch = watch;
    this.stopping = stopping;
  }

  private record State(String id, String state) {}

  public Answer events(Call call) {
    call.allow();
    var id = call.run();
    if (runs.entry(id).isEmpty()) throw RunRoutes.unknown(runs, id);
    return new Answer.Live(outlet -> new Listener(id, outlet).listen());
  }

  /// One who listens, and what he knows.
  private final class Listener {
    private final RunId id;
    private final Answer.Outlet outlet;
    private final LinkedBlockingQueue<Optional<RunState>> changes = new LinkedBlockingQueue<>();
    private RunReader.Stamp known;
    private int looks;

    Listener(RunId id, Answer.Outlet outlet) {
      this.id = id;
      this.outlet = outlet;
      this.known = read();
    }

    void listen() throws InterruptedException {
      // Watching before looking: no change falls between the two.
      try (var _ = watch.watch(id, this::note)) {
        known = read();
        tell(known.state());
        while (!known.state().ended() && !stopping.getAsBoolean()) {
          var next = changes.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
          if (next == null) look();
          else heard(next);
        }
      }
    }

    /// One note of a change that is no change of state is enough.
    private void note(Optional<RunState> change) {
      if (change.isPresent() || !changes.contains(change)) changes.add(change);
    }

    private void heard(Optional<RunState> change) throws InterruptedException {
      looks = 0;
      if (change.isEmpty()) {
        outlet.event("tasks", new State(id.toString(), known.state().word()));
        Thread.sleep(GATHER_MILLIS);
        return;
      }
      known = new RunReader.Stamp(change.get(), known.rows(), known.ended());
      tell(known.state());
    }

    /// Another node may decide for the run: nobody tells of its changes here.
    private void look() {
      if (++looks % LOOKS_PER_READ == 0) {
        var read = read();
        if (read.state() != known.state()) tell(read.state());
        else if (!read.equals(known))
          outlet.event("tasks", new State(id.toString(), read.state().word()));
        known = read;
      }
      if (looks == LOOKS_PER_HEARTBEAT) {
        outlet.heartbeat();
        looks = 0;
      }
    }

    private RunReader.Stamp read() {
      return runs.stamp(id).orElseThrow(() -> RunRoutes.unknown(runs, id));
    }

    private void tell(RunState state) {
      outlet.event("run", new State(id.toString(), state.word()));
      if (state.ended()) outlet.event("end", new State(id.toString(), state.word()));
    }
  }
}
