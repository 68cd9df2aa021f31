package outturn.http.run;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.live.RunWatch;
import outturn.store.run.RunReader;

/// A run, live: its state at once, at each change, and when it ends.
public final class RunEvents {
  // Short, so that a server that stops does not wait for those who listen.
  private static final int LOOK_EVERY_MILLIS = 500;
  private static final int LOOKS_PER_READ = 2;
  private static final int LOOKS_PER_HEARTBEAT = 30;

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
    return new Answer.Live(outlet -> send(id, outlet));
  }

  private void send(RunId id, Answer.Outlet outlet) throws InterruptedException {
    var changes = new LinkedBlockingQueue<RunState>();
    // Watching before looking: no change falls between the two.
    try (var _ = watch.watch(id, changes::add)) {
      var state = runs.entry(id).orElseThrow(() -> RunRoutes.unknown(runs, id)).row().state();
      tell(id, state, outlet);
      int looks = 0;
      while (!state.ended() && !stopping.getAsBoolean()) {
        var next = changes.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          state = next;
          tell(id, state, outlet);
          looks = 0;
          continue;
        }
        if (++looks % LOOKS_PER_READ == 0) {
          // Another node may decide for the run: nobody tells of its changes here.
          var read = runs.entry(id).orElseThrow(() -> RunRoutes.unknown(runs, id)).row().state();
          if (read != state) tell(id, read, outlet);
          state = read;
        }
        if (looks == LOOKS_PER_HEARTBEAT) {
          outlet.heartbeat();
          looks = 0;
        }
      }
    }
  }

  private static void tell(RunId id, RunState state, Answer.Outlet outlet) {
    outlet.event("run", new State(id.toString(), state.word()));
    if (state.ended()) outlet.event("end", new State(id.toString(), state.word()));
  }
}
