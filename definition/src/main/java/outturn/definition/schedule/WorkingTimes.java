package outturn.definition.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.calendar.CalendarRule;

/// Local times whose days a calendar has left out or moved. The time of day stays.
record WorkingTimes(LocalTimes times, CalendarRule rule) implements LocalTimes {
  /// No day moves by more.
  private static final int MOST_YEARS = 1;

  @Override
  public boolean everyHour() {
    return times.everyHour();
  }

  @Override
  public Optional<LocalDateTime> first(LocalDateTime from, LocalDateTime until) {
    var latest = until.plusYears(MOST_YEARS);
    // The calendar is not asked about years in which nothing is due.
    if (times.first(from.minusYears(MOST_YEARS), latest).isEmpty()) return Optional.empty();
    Optional<LocalDateTime> best = Optional.empty();
    var day = rule.firstMovedTo(from.toLocalDate());
    while (true) {
      var due = times.first(day.atStartOfDay(), latest);
      if (due.isEmpty()) break;
      day = due.get().toLocalDate();
      if (best.isPresent() && !rule.mayMoveTo(best.get().toLocalDate(), day)) break;
      var moved = rule.moved(day);
      if (moved.isPresent()) {
        if (moved.get().isAfter(best.orElse(until).toLocalDate())) break;
        best = earlier(best, time(day, moved.get(), from));
      }
      day = day.plusDays(1);
    }
    return best.filter(found -> found.isBefore(until));
  }

  /// The first time of a day, after its move, that is not before `from`.
  private Optional<LocalDateTime> time(LocalDate day, LocalDate moved, LocalDateTime from) {
    if (moved.isBefore(from.toLocalDate())) return Optional.empty();
    var least =
        moved.isAfter(from.toLocalDate()) ? day.atStartOfDay() : day.atTime(from.toLocalTime());
    return times
        .first(least, day.plusDays(1).atStartOfDay())
        .map(time -> moved.atTime(time.toLocalTime()));
  }

  private static Optional<LocalDateTime> earlier(
      Optional<LocalDateTime> a, Optional<LocalDateTime> b) {
    return Stream.concat(a.stream(), b.stream()).min(Comparator.naturalOrder());
  }
}
