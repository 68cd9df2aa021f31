package outturn.outcome.level;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What was done for a business date.
///
/// @param due when the first run of it was to start
/// @param isWanted whether some run of it was not cancelled
/// @param finishes of runs, or of the task that the deadline is about, that succeeded
public record Worked(LocalDate date, Instant due, boolean isWanted, List<Finish> finishes) {
  public Worked {
    finishes = List.copyOf(finishes);
  }

  /// @param due when that run was to start
  public record Finish(Instant due, Instant at) {}
}
