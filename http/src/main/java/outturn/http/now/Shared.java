package outturn.http.now;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import outturn.http.route.Answer;

/// An answer that all who ask within a moment get: the first of them has it made, and whoever asks
/// meanwhile waits for it. However many look on, it is made a few times a second at most.
final class Shared {
  /// How old what is told may be.
  static final Duration FRESH = Duration.ofMillis(200);

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Made> last = Optional.empty();

  Shared(InstantSource clock) {
    this.clock = clock;
  }

  /// @param since when its making began: it tells all that had happened by then
  private record Made(Instant since, Answer answer) {
    boolean isFreshAt(Instant now) {
      var age = Duration.between(since, now);
      return !age.isNegative() && age.compareTo(FRESH) < 0;
    }
  }

  Answer answer(Supplier<Answer> making) {
    lock.lock();
    try {
      var now = clock.instant();
      var made =
          last.filter(each -> each.isFreshAt(now)).orElseGet(() -> new Made(now, making.get()));
      last = Optional.of(made);
      return made.answer();
    } finally {
      lock.unlock();
    }
  }
}
