package outturn.definition.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import outturn.definition.schedule.RecurrenceParts.Part;

/// The times of a rule that counts weeks, months or years. In such a period some days match, and
/// each of them has the same times; `BYSETPOS` chooses among all times of a period.
///
/// Where a rule numbers weeks, its years consist of whole weeks.
final class CalendarPeriods implements LocalTimes {
  private final RecurrenceParts parts;
  private final LocalDate start;
  private final CronTimes times;
  private final List<LocalTime> ofDay;

  /// @param parts with everything said
  CalendarPeriods(RecurrenceParts parts, LocalDateTime start) {
    this.parts = parts;
    this.start = start.toLocalDate();
    this.times = parts.times();
    this.ofDay = parts.has(Part.BYSETPOS) ? times.all() : List.of();
  }

  @Override
  public boolean everyHour() {
    return parts.everyHour();
  }

  @Override
  public Optional<LocalDateTime> first(LocalDateTime from, LocalDateTime until) {
    if (!from.isBefore(until)) return Optional.empty();
    var step = (long) parts.interval();
    var number = Math.floorDiv(number(from.toLocalDate()), step) * step;
    for (var first = period(number); first.atStartOfDay().isBefore(until); first = period(number)) {
      var end = period(number + 1);
      var found = parts.has(Part.BYSETPOS) ? chosen(first, end, from) : plain(first, end, from);
      if (found.isPresent()) return found.filter(until::isAfter);
      number += step;
    }
    return Optional.empty();
  }

  private Optional<LocalDateTime> plain(LocalDate first, LocalDate end, LocalDateTime from) {
    var today = from.toLocalDate();
    for (var day = first.isBefore(today) ? today : first;
        day.isBefore(end);
        day = day.plusDays(1)) {
      if (!parts.matches(day)) continue;
      if (day.isAfter(today)) return Optional.of(day.atTime(times.first()));
      var time = times.from(from.toLocalTime());
      if (time.isPresent()) return time.map(day::atTime);
    }
    return Optional.empty();
  }

  private Optional<LocalDateTime> chosen(LocalDate first, LocalDate end, LocalDateTime from) {
    var days = first.datesUntil(end).filter(parts::matches).toList();
    return parts
        .places(days.size() * ofDay.size())
        .mapToObj(index -> days.get(index / ofDay.size()).atTime(ofDay.get(index % ofDay.size())))
        .filter(time -> !time.isBefore(from))
        .findFirst();
  }

  /// How many periods after the start's a day's period is.
  private long number(LocalDate day) {
    return switch (parts.frequency()) {
      case WEEKLY -> Math.floorDiv(ChronoUnit.DAYS.between(period(0), day), 7L);
      case MONTHLY -> ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(day));
      case YEARLY -> (long) parts.year(day) - parts.year(start);
      case DAILY, HOURLY, MINUTELY, SECONDLY -> throw even();
    };
  }

  /// The first day of a period.
  private LocalDate period(long number) {
    return switch (parts.frequency()) {
      case WEEKLY ->
          start.with(TemporalAdjusters.previousOrSame(parts.weekStart())).plusWeeks(number);
      case MONTHLY -> YearMonth.from(start).plusMonths(number).atDay(1);
      case YEARLY -> parts.firstDay(Math.toIntExact(parts.year(start) + number));
      case DAILY, HOURLY, MINUTELY, SECONDLY -> throw even();
    };
  }

  private IllegalStateException even() {
    return new IllegalStateException("even: " + parts.frequency());
  }
}
