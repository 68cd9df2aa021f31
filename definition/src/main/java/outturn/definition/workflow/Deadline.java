package outturn.definition.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// A wall-clock promise about a task, or about the whole workflow, on its business date.
///
/// @param days counted from the business date; empty means the first such time after the due time
public record Deadline(String name, Optional<String> task, LocalTime by, Optional<Integer> days) {

  /// The time of it for a run.
  ///
  /// @param due when the run was to start
  public Instant due(LocalDate businessDate, Instant due, ZoneId zone) {
    if (days.isPresent()) {
      return businessDate.plusDays(days.get()).atTime(by).atZone(zone).toInstant();
    }
    var start = due.atZone(zone);
    var same = start.toLocalDate().atTime(by).atZone(zone);
    var first =
        same.isAfter(start) ? same : start.toLocalDate().plusDays(1).atTime(by).atZone(zone);
    return first.toInstant();
  }
}
