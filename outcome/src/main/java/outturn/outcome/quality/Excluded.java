package outturn.outcome.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// A value that was observed and does not count.
///
/// @param period its first day
/// @param value in the measure's unit
/// @param failures at least one
public record Excluded(LocalDate period, double value, List<Failure> failures) {
  public Excluded {
    failures = List.copyOf(failures);
  }

  /// Why, in a clause: `it is above 100, and came 5 days too late`.
  public String why() {
    return failures.stream().map(Failure::reason).collect(Collectors.joining(", and ", "it ", ""));
  }
}
