package outturn.outcome.level;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/// A time at which a promise was to be kept: a business date, or a period of a measure.
///
/// @param due when; empty of a measure
/// @param end when it was done; empty if it was not, and of a measure
/// @param value minutes after the deadline, below 0 before it; or the value of the measure
public record Occasion(
    LocalDate date,
    Standing standing,
    Optional<Instant> due,
    Optional<Instant> end,
    OptionalDouble value) {

  /// What came of it.
  public enum Standing {
    MET,
    BREACHED,
    /// It is neither done nor over.
    NOT_YET,
    /// Nothing was to be done: all runs of the date were cancelled.
    NOT_DUE
  }
}
