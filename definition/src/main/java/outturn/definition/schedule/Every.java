package outturn.definition.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Evenly, counted in time that really passes from the schedule's start, or from the beginning of
/// the year 2000 in its zone. Clock changes do not touch it: `every 24h` moves on the clock on the
/// wall when that is put forward or back.
///
/// @param written the interval as the file has it: `90m`
public record Every(String written, Duration interval) implements Timing {
  /// The shortest interval.
  static final Duration LEAST = Duration.ofSeconds(1);

  public Every {
    if (interval.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("expected at least 1s, found " + written);
    }
  }

  @Override
  public String text() {
    return "every " + written;
  }

  Optional<Instant> next(Instant after, ZoneId zone, Schedule.Span span) {
    var anchor = span.start().orElse(Recurrence.ORIGIN).atZone(zone).toInstant();
    var end = span.end().map(last -> last.atZone(zone).toInstant()).orElse(Instant.MAX);
    var next = span.start().isPresent() && after.isBefore(anchor) ? anchor : next(after, anchor);
    return Optional.of(next).filter(end::isAfter);
  }

  private Instant next(Instant after, Instant anchor) {
    var step = interval.toMillis();
    var passed = Math.floorDiv(after.toEpochMilli() - anchor.toEpochMilli(), step);
    return anchor.plusMillis((passed + 1) * step);
  }
}
