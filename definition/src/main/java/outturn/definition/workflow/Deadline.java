package outturn.definition.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// A wall-clock promise about a task, or about the whole workflow, on its business date.
///
/// @param days counted from the business date; empty means the first such time after the due time
/// @param warnBelow a chance of being met, in percent, under which people are warned
public record Deadline(
    String name, Optional<String> task, LocalTime by, Optional<Integer> days, double warnBelow) {
  /// It is more likely missed than met.
  public static final double WARN_BELOW = 50;

  /// With the usual warning.
  public Deadline(String name, Optional<String> task, LocalTime by, Optional<Integer> days) {
    this(name, task, by, days, WARN_BELOW);
  }

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
