package outturn.runtime.forecast;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Lets forecasts take a tenth of one core in the long run, and no more; a burst may take more.
final class Allowance {
  private static final long SHARE = 10;
  private static final long MOST = Duration.ofSeconds(2).toNanos();

  private final LongSupplier ticker;
  private long left = MOST;
  private long seen;

  Allowance(LongSupplier ticker) {
    this.ticker = ticker;
    this.seen = ticker.getAsLong();
  }

  boolean isLeft() {
    long now = ticker.getAsLong();
    left = Math.min(MOST, left + (now - seen) / SHARE);
    seen = now;
    return left > 0;
  }

  /// Whether work that began at an instant of the ticker may go on.
  boolean isLeft(long begin) {
    return ticker.getAsLong() - begin < left;
  }

  /// Work has been done since an instant of the ticker.
  void took(long begin) {
    left -= ticker.getAsLong() - begin;
  }

  long now() {
    return ticker.getAsLong();
  }
}
