package outturn.definition.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A named business calendar. Every question may throw [UnknownYear]; a search that leaves the
/// known years does too, so it ends. Safe for many threads; the answers of a year are worked out
/// once.
public final class WorkingDays {
  private final String name;
  private final String title;
  private final KnownYears years;
  private final DayRule rule;
  private final int depth;
  // Bit n is the day n of the year.
  private final Map<Integer, BitSet> worked = new ConcurrentHashMap<>();

  WorkingDays(String name, String title, KnownYears years, DayRule rule) {
    this.name = name;
    this.title = title;
    this.years = years;
    this.rule = rule;
    this.depth = rule.depth();
  }

  public String name() {
    return name;
  }

  public String title() {
    return title;
  }

  public KnownYears years() {
    return years;
  }

  public boolean isWorking(LocalDate date) {
    return worked(date.getYear()).get(date.getDayOfYear());
  }

  /// Why a day is off: `Christmas Day`, `not in the working week`; empty when it is worked.
  public Optional<String> dayOff(LocalDate date) {
    return isWorking(date) ? Optional.empty() : Optional.of(rule.reason(date));
  }

  /// The first working day after a date.
  public LocalDate next(LocalDate date) {
    return nextOrSame(date.plusDays(1));
  }

  /// The last working day before a date.
  public LocalDate previous(LocalDate date) {
    return previousOrSame(date.minusDays(1));
  }

  public LocalDate nextOrSame(LocalDate date) {
    var day = date;
    while (!isWorking(day)) day = day.plusDays(1);
    return day;
  }

  public LocalDate previousOrSame(LocalDate date) {
    var day = date;
    while (!isWorking(day)) day = day.minusDays(1);
    return day;
  }

  /// The working day that comes `days` working days after a date, or before it when `days` is
  /// negative. The start is not counted, so it may be a day off: one working day after a Saturday
  /// is the Monday, one before it the Friday. With 0 it is the date itself, worked or not.
  public LocalDate plus(LocalDate date, int days) {
    var day = date;
    for (var left = days; left > 0; left--) day = next(day);
    for (var left = days; left < 0; left++) day = previous(day);
    return day;
  }

  /// A working day of a month by its number: 1 is the first, -1 the last, -2 the one before that;
  /// empty when the month has fewer.
  public Optional<LocalDate> nthOfMonth(YearMonth month, int number) {
    if (number == 0) throw new IllegalArgumentException("working days are counted from 1 or -1");
    var days =
        month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).filter(this::isWorking).toList();
    var index = number > 0 ? number - 1L : days.size() + (long) number;
    return index < 0 || index >= days.size()
        ? Optional.empty()
        : Optional.of(days.get((int) index));
  }

  /// Whether any month has such a working day; weekdays repeat after 28 years.
  boolean hasOfMonth(int number) {
    var first = years.equals(KnownYears.ALL) ? 2000 : years.first();
    var last = Math.min(years.last(), first + 27);
    return Stream.iterate(YearMonth.of(first, 1), month -> month.plusMonths(1))
        .takeWhile(month -> month.getYear() <= last)
        .anyMatch(month -> nthOfMonth(month, number).isPresent());
  }

  /// The same calendar as if a day were a holiday in it, or in one that it is made of.
  public WorkingDays supposing(SupposedHoliday holiday) {
    var changed = rule.supposing(holiday);
    return new WorkingDays(
        name, title, years, holiday.isOf(name) ? new Supposed(changed, holiday.date()) : changed);
  }

  /// Its name, and those of the calendars that it is made of.
  public Set<String> names() {
    var names = new TreeSet<>(Set.of(name));
    rule.parts().forEach(part -> names.addAll(part.names()));
    return names;
  }

  int depth() {
    return depth;
  }

  /// Whether any day of the known years is worked. The weekdays of one year are those of all.
  boolean hasWorkingDay() {
    var last = years.equals(KnownYears.ALL) ? years.first() : years.last();
    return LocalDate.of(years.first(), 1, 1)
        .datesUntil(LocalDate.of(last + 1, 1, 1))
        .anyMatch(rule::works);
  }

  private BitSet worked(int year) {
    if (!years.contains(year)) throw new UnknownYear(name, year, years, rule.advice());
    return worked.computeIfAbsent(year, this::worksOut);
  }

  private BitSet worksOut(int year) {
    var days = new BitSet();
    LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(rule::works)
        .forEach(day -> days.set(day.getDayOfYear()));
    return days;
  }
}
