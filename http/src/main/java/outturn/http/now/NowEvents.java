package outturn.http.now;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.live.RunWatch;

/// Tells that something about runs has changed, at most once a second, so that a page asks again.
public final class NowEvents {
  private static final int LOOK_EVERY_MILLIS = 500;
  private static final int LOOKS_PER_HEARTBEAT = 30;
  private static final int PAUSE_MILLIS = 1_000;

  private final RunWatch watch;
  private final BooleanSupplier stopping;

  public NowEvents(RunWatch watch, BooleanSupplier stopping) {
    this.watch = watch;
    this.stopping = stopping;
  }

  /// Nothing but the news that there is news.
  private record Changed() {}

  public Answer events(Call call) {
    call.allow();
    return new Answer.Live(this::send);
  }

  private void send(Answer.Outlet outlet) throws InterruptedException {
    var changed = new Semaphore(0);
    try (var _ = watch.watchAll(changed::release)) {
      outlet.event("changed", new Changed());
      int looks = 0;
      while (!stopping.getAsBoolean()) {
        if (changed.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
          changed.drainPermits();
          outlet.event("changed", new Changed());
          looks = 0;
          Thread.sleep(PAUSE_MILLIS);
        } else if (++looks == LOOKS_PER_HEARTBEAT) {
          outlet.heartbeat();
          looks = 0;
        }
      }
    }
  }
}
