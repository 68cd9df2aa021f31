package outturn.server.proof;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what will come, much longer than it takes.
public final class Patience {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Patience() {}

  /// What is seen as soon as it is as it should be.
  ///
  /// @param what is expected, in words
  public static <T> T until(String what, Supplier<T> look, Predicate<T> right) {
    return until(LIMIT, what, look, right);
  }

  /// The same for what comes after a lease.
  public static <T> T longer(String what, Supplier<T> look, Predicate<T> right) {
    return until(LIMIT.multipliedBy(2), what, look, right);
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

  /// The same for what takes long, as long as it goes on: what is seen must change now and then.
  public static <T> T whileItGoesOn(String what, Supplier<T> look, Predicate<T> right) {
    var seen = look.get();
    while (!right.test(seen)) {
      var before = seen;
      seen = until(what + ", after " + before, look, now -> right.test(now) || !now.equals(before));
    }
    return seen;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
