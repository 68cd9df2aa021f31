package outturn.definition.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;

/// What a business calendar does to the days of a schedule: which count, and where they move. Of
/// two days, the later one never moves to before the earlier.
///
/// @param ofMonth only working days with these numbers in their month count, -1 the last; all days
///   when there are none
/// @param shift by how many working days a day that counts moves, back when negative
public record CalendarRule(
    WorkingDays calendar, OnNonWorkingDay onNonWorkingDay, SortedSet<Integer> ofMonth, int shift) {

  /// What happens on a day that is not worked.
  public enum OnNonWorkingDay {
    /// Nothing starts.
    SKIP,
    /// It starts on the next working day.
    NEXT,
    /// It starts on the working day before.
    PREVIOUS,
    /// It starts all the same.
    RUN
  }

  /// The day on which starts what is due on a day; empty when nothing does.
  ///
  /// @throws UnknownYear when the calendar does not know a year that this takes
  public Optional<LocalDate> moved(LocalDate day) {
    if (!ofMonth.isEmpty() && !isOfMonth(day)) return Optional.empty();
    if (onNonWorkingDay == OnNonWorkingDay.SKIP && !calendar.isWorking(day)) {
      return Optional.empty();
    }
    var counted =
        switch (onNonWorkingDay) {
          case SKIP, RUN -> day;
          case NEXT -> calendar.nextOrSame(day);
          case PREVIOUS -> calendar.previousOrSame(day);
        };
    return Optional.of(calendar.plus(counted, shift));
  }

  private boolean isOfMonth(LocalDate day) {
    if (!calendar.isWorking(day)) return false;
    var month = YearMonth.from(day);
    return ofMonth.stream()
        .anyMatch(number -> calendar.nthOfMonth(month, number).filter(day::equals).isPresent());
  }

  /// The first day that may move to this one, or to a later one. Days of years that the calendar
  /// does not know are left out, as far as they lie before.
  public LocalDate firstMovedTo(LocalDate day) {
    if (onNonWorkingDay == OnNonWorkingDay.RUN) return day;
    var target = calendar.nextOrSame(day);
    try {
      var counted = calendar.plus(target, -shift);
      if (onNonWorkingDay != OnNonWorkingDay.NEXT) return counted;
      return calendar.previous(counted).plusDays(1);
    } catch (UnknownYear before) {
      if (before.year() > day.getYear()) throw before;
      return LocalDate.of(calendar.years().first(), 1, 1);
    }
  }

  /// Whether a day may move to a target or to before it, as far as the calendar knows.
  public boolean mayMoveTo(LocalDate target, LocalDate day) {
    if (!calendar.years().contains(day.getYear())) return false;
    boolean forward = shift >= 0 && onNonWorkingDay != OnNonWorkingDay.PREVIOUS;
    return !forward || !day.isAfter(target);
  }

  /// Whether days can move at all.
  public boolean moves() {
    return shift != 0
        || onNonWorkingDay == OnNonWorkingDay.NEXT
        || onNonWorkingDay == OnNonWorkingDay.PREVIOUS;
  }
}
