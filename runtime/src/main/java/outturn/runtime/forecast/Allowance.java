package outturn.runtime.forecast;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Lets forecasts take a tenth of one core in the long run, and no more; a burst may take more.
///
/// What is computed counts by the CPU time of the thread: that others keep the machine busy makes
/// no forecast old. All else reads and writes rows and counts by the clock, so that what PostgreSQL
/// does for it counts too.
final class Allowance {
  private static final long SHARE = 10;
  private static final long MOST = Duration.ofSeconds(2).toNanos();

  private final LongSupplier clock;
  private final LongSupplier cpu;
  private long left = MOST;
  private long seen;
  private LongSupplier counted = () -> 0;
  private long since;

  /// @param clock monotonic, in nanoseconds
  /// @param cpu the CPU time of the thread, in nanoseconds
  Allowance(LongSupplier clock, LongSupplier cpu) {
    this.clock = clock;
    this.cpu = cpu;
    this.seen = clock.getAsLong();
  }

  boolean isLeft() {
    count(counted);
    long now = clock.getAsLong();
    left = Math.min(MOST, left + (now - seen) / SHARE);
    seen = now;
    return left > 0;
  }

  /// From now on rows are read and written.
  void reads() {
    count(clock);
  }

  /// From now on it is computed.
  void computes() {
    count(cpu);
  }

  /// From now on nothing is done.
  void rests() {
    count(() -> 0);
  }

  private void count(LongSupplier next) {
    left -= counted.getAsLong() - since;
    counted = next;
    since = next.getAsLong();
  }

  /// By the clock.
  long now() {
    return clock.getAsLong();
  }
}
