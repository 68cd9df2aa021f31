package outturn.server.proof;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what will come, much longer than it takes.
final class Patience {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Patience() {}

  /// What is seen as soon as it is as it should be.
  ///
  /// @param what is expected, in words
  static <T> T until(String what, Supplier<T> look, Predicate<T> right) {
    return until(LIMIT, what, look, right);
  }

  /// The same for what comes after a lease.
  static <T> T longer(String what, Supplier<T> look, Predicate<T> right) {
    return until(LIMIT.multipliedBy(3), what, look, right);
  }

  private static <T> T until(Duration limit, String what, Supplier<T> look, Predicate<T> right) {
    long until = System.nanoTime() + limit.toNanos();
    while (true) {
      var seen = look.get();
      if (right.test(seen)) return seen;
      if (System.nanoTime() > until) {
        throw new AssertionError("waited for: %s; in the end: %s".formatted(what, seen));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
