package outturn.store.range;

import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;

/// Repeats a change of a table that gives up waiting for others soon: else everybody would wait
/// behind it.
final class ShortTries {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final Duration PAUSE = Duration.ofMillis(200);

  private ShortTries() {}

  /// @return whether it was done within so many tries
  static boolean of(int most, Runnable change) {
    for (int tries = 1; ; tries++) {
      try {
        change.run();
        return true;
      } catch (JdbiException e) {
        if (!waitedTooLong(e)) throw e;
        if (tries == most) return false;
        pause();
      }
    }
  }

  static boolean waitedTooLong(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ranges are changed", e);
    }
  }
}
