package outturn.runtime.backfill;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// A wish for runs of a workflow for many business dates.
///
/// @param atOnce how many of them may run at once
/// @param inputs of every run, as JSON has them
/// @param reason kept in the audit trail
public record Backfill(
    String workflow,
    Span span,
    int atOnce,
    int priority,
    Map<String, Object> inputs,
    Optional<String> reason) {

  /// Which dates.
  ///
  /// @param to included
  public record Span(LocalDate from, LocalDate to, Days days, Direction direction, Done done) {}

  /// Which dates count.
  public enum Days {
    /// Those for which its schedules make runs; of a workflow without schedules all.
    SCHEDULED,
    CALENDAR
  }

  /// Which date is first.
  public enum Direction {
    OLDEST_FIRST,
    NEWEST_FIRST
  }

  /// What becomes of dates that have a run that succeeded or is under way.
  public enum Done {
    SKIPPED,
    AGAIN
  }
}
