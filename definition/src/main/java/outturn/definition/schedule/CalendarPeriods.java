package outturn.definition.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/// The times of a rule that counts weeks, months or years, by lib-recur.
///
/// It is asked for days and given none of the times, unless `BYSETPOS` counts those too. It is not
/// asked from the rule's start on, but from the beginning of a period shortly before the wanted
/// time, which is why the rule must say everything that it would take from its start.
final class CalendarPeriods implements LocalTimes {
  private final RecurrenceParts parts;
  private final LocalDate start;
  private final RecurrenceRule rule;
  private final CronTimes times;
  private final boolean countsTimes;

  /// @param parts with everything said
  /// @param rule the same for lib-recur, with times only if it counts them
  CalendarPeriods(
      RecurrenceParts parts, LocalDateTime start, RecurrenceRule rule, boolean countsTimes) {
    this.parts = parts;
    this.start = start.toLocalDate();
    this.rule = rule;
    this.times = parts.times();
    this.countsTimes = countsTimes;
  }

  @Override
  public boolean everyHour() {
    return parts.everyHour();
  }

  @Override
  public Optional<LocalDateTime> first(LocalDateTime from, LocalDateTime until) {
    if (!from.isBefore(until)) return Optional.empty();
    try {
      return search(from, until);
    } catch (IllegalArgumentException | IllegalStateException thousandEmptyPeriods) {
      // What has not matched in a thousand periods does not within the horizon of due times.
      return Optional.empty();
    }
  }

  private Optional<LocalDateTime> search(LocalDateTime from, LocalDateTime until) {
    var begin = periodBefore(from.toLocalDate());
    var found =
        rule.iterator(
            new DateTime(
                begin.getYear(), begin.getMonthValue() - 1, begin.getDayOfMonth(), 0, 0, 0));
    while (found.hasNext()) {
      var time = local(found.nextDateTime());
      if (!time.isBefore(until)) return Optional.empty();
      var due = countsTimes ? Optional.of(time) : onDay(time.toLocalDate(), from);
      if (due.isPresent() && !due.get().isBefore(from)) return due.filter(until::isAfter);
    }
    return Optional.empty();
  }

  private Optional<LocalDateTime> onDay(LocalDate day, LocalDateTime from) {
    if (day.isBefore(from.toLocalDate())) return Optional.empty();
    if (day.isAfter(from.toLocalDate())) return Optional.of(day.atTime(times.first()));
    return times.from(from.toLocalTime()).map(day::atTime);
  }

  /// The first day of the period before the one of a day; the weeks of a year may begin in the year
  /// before.
  private LocalDate periodBefore(LocalDate day) {
    var interval = parts.interval();
    return switch (parts.frequency()) {
      case WEEKLY -> {
        var first = start.with(TemporalAdjusters.previousOrSame(parts.weekStart()));
        yield first.plusWeeks(before(ChronoUnit.DAYS.between(first, day), 7L * interval) / 7);
      }
      case MONTHLY -> {
        var first = YearMonth.from(start);
        var months = ChronoUnit.MONTHS.between(first, YearMonth.from(day));
        yield first.plusMonths(before(months, interval)).atDay(1);
      }
      case YEARLY ->
          LocalDate.of(start.getYear(), 1, 1)
              .plusYears(before(day.getYear() - start.getYear(), interval));
      case DAILY, HOURLY, MINUTELY, SECONDLY ->
          throw new IllegalStateException("even: " + parts.frequency());
    };
  }

  private static long before(long distance, long step) {
    return (Math.floorDiv(distance, step) - 1) * step;
  }

  private static LocalDateTime local(DateTime time) {
    return LocalDateTime.of(
        time.getYear(),
        time.getMonth() + 1,
        time.getDayOfMonth(),
        time.getHours(),
        time.getMinutes(),
        time.getSeconds());
  }
}
