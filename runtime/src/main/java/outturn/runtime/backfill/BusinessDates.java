package outturn.runtime.backfill;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.Workflow;

/// The business dates of a workflow between two dates.
final class BusinessDates {
  /// A business date may be so many days before the date on which its run is due.
  private static final int LONGEST_WAY = 31;

  private BusinessDates() {}

  /// @throws outturn.definition.calendar.UnknownYear when a calendar does not know a year of these
  static SortedSet<LocalDate> of(Workflow workflow, Backfill.Span span) {
    return switch (span.days()) {
      case CALENDAR -> all(span);
      case SCHEDULED -> workflow.schedules().isEmpty() ? all(span) : scheduled(workflow, span);
    };
  }

  private static SortedSet<LocalDate> all(Backfill.Span span) {
    return new TreeSet<>(span.from().datesUntil(span.to().plusDays(1)).toList());
  }

  private static SortedSet<LocalDate> scheduled(Workflow workflow, Backfill.Span span) {
    var dates = new TreeSet<LocalDate>();
    for (var schedule : workflow.schedules()) {
      var due = schedule.next(startOf(span.from(), schedule));
      while (due.isPresent()) {
        var day = due.get().atZone(schedule.zone()).toLocalDate();
        if (day.isAfter(span.to().plusDays(LONGEST_WAY))) break;
        add(dates, schedule.businessDate(due.get()), span);
        due = next(schedule, day);
      }
    }
    return dates;
  }

  private static void add(SortedSet<LocalDate> dates, LocalDate date, Backfill.Span span) {
    if (!date.isBefore(span.from()) && !date.isAfter(span.to())) dates.add(date);
  }

  /// All due times of a day are for one date.
  private static Optional<Instant> next(Schedule schedule, LocalDate day) {
    return schedule.next(startOf(day.plusDays(1), schedule));
  }

  private static Instant startOf(LocalDate day, Schedule schedule) {
    return day.atStartOfDay(schedule.zone()).toInstant().minusMillis(1);
  }
}
