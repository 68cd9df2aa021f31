package outturn.server.examples;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that goes as the real one does, and jumps forward when it is told: an hour of a story
/// takes no time.
final class JumpingClock implements InstantSource {
  private volatile Duration ahead;

  JumpingClock(Instant begin) {
    this.ahead = Duration.between(Instant.now(), begin);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  /// Never back.
  void jumpTo(Instant to) {
    var jump = Duration.between(instant(), to);
    if (jump.isNegative()) throw new AssertionError("it is after %s already".formatted(to));
    ahead = ahead.plus(jump);
  }
}
