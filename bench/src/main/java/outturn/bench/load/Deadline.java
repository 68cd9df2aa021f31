package outturn.bench.load;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The end of a bench's patience, and the monotonic time until then.
///
/// @param ticker monotonic nanoseconds
public record Deadline(LongSupplier ticker, long start, Duration patience) {

  public static Deadline in(Duration patience, LongSupplier ticker) {
    return new Deadline(ticker, ticker.getAsLong(), patience);
  }

  long now() {
    return ticker.getAsLong();
  }

  boolean isOver() {
    return now() - start > patience.toNanos();
  }
}
