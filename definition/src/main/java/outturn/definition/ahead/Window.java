package outturn.definition.ahead;

import java.time.Instant;

/// A stretch of time that is asked about.
///
/// @param to itself no longer in it
public record Window(Instant from, Instant to) {
  public Window {
    if (from.isAfter(to)) throw new IllegalArgumentException("%s to %s".formatted(from, to));
  }

  boolean reaches(Instant time) {
    return time.isBefore(to);
  }
}
