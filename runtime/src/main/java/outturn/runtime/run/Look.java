package outturn.runtime.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import outturn.runtime.decide.NotDone;

/// Looks again and again for what another node has answered, for some seconds.
final class Look {
  /// So long somebody waits for what is decided about runs.
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration EVERY = Duration.ofMillis(10);

  private Look() {}

  /// @param otherwise what is said when nothing has come: what becomes of the request
  /// @throws NotDone when nothing has come, or the server stops
  static <T> T until(InstantSource clock, Supplier<Optional<T>> look, String otherwise) {
    Instant until = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(until)) {
      var found = look.get();
      if (found.isPresent()) return found.get();
      pause();
    }
    throw new NotDone(NotDone.Why.UNKNOWN, otherwise);
  }

  private static void pause() {
    try {
      Thread.sleep(EVERY);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NotDone(NotDone.Why.UNKNOWN, "the server stops; ask again");
    }
  }
}
