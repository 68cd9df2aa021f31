package outturn.http.now;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.live.RunWatch;

/// Tells that something about runs has changed, at most once a second, so that a page asks again.
/// All are told at the same moment, so that they share one answer, and so long after it happened
/// that no answer of before is still given.
public final class NowEvents {
  private static final long SECOND = 1_000;
  private static final long LOOK_AT = SECOND - 2 * Shared.FRESH.toMillis();
  private static final int SECONDS_PER_HEARTBEAT = 15;

  private final BooleanSupplier stopping;
  private final InstantSource clock;
  private final AtomicLong changes = new AtomicLong();

  public NowEvents(RunWatch watch, BooleanSupplier stopping, InstantSource clock) {
    this.stopping = stopping;
    this.clock = clock;
    watch.watchAll(changes::incrementAndGet);
  }

  /// Nothing but the news that there is news.
  private record Changed() {}

  public Answer events(Call call) {
    call.allow();
    return new Answer.Live(this::send);
  }

  private void send(Answer.Outlet outlet) throws InterruptedException {
    long told = changes.get();
    outlet.event("changed", new Changed());
    int quiet = 0;
    while (!stopping.getAsBoolean()) {
      sleepUntil(LOOK_AT);
      long seen = changes.get();
      sleepUntil(SECOND);
      if (seen != told) {
        outlet.event("changed", new Changed());
        told = seen;
        quiet = 0;
      } else if (++quiet == SECONDS_PER_HEARTBEAT) {
        outlet.heartbeat();
        quiet = 0;
      }
    }
  }

  /// Sleeps until so many milliseconds of a second have passed.
  private void sleepUntil(long millis) throws InterruptedException {
    Thread.sleep(Math.floorMod(millis - clock.millis(), SECOND));
  }
}
