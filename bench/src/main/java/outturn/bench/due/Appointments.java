package outturn.bench.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The due times that are looked at.
///
/// @param every the distance of two, a divisor of a minute
record Appointments(Instant first, Duration every, int times) {
  static final int MINUTE = 60;

  /// The first ones that come when some time to get ready has passed.
  static Appointments after(Instant now, int seconds, int times) {
    var ready = now.plusMillis(Math.min(READY, seconds * MILLIS / 2));
    var next = (ready.getEpochSecond() / seconds + 1) * seconds;
    return new Appointments(Instant.ofEpochSecond(next), Duration.ofSeconds(seconds), times);
  }

  private static final long MILLIS = 1_000;
  private static final long READY = 5 * MILLIS;

  static String cron(int seconds) {
    return seconds == MINUTE ? "0 * * * * *" : "*/%d * * * * *".formatted(seconds);
  }

  List<Instant> all() {
    return new ArrayList<>(
        IntStream.range(0, times).mapToObj(n -> first.plus(every.multipliedBy(n))).toList());
  }

  Instant last() {
    return all().getLast();
  }
}
