package outturn.runtime.forecast.learn;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import outturn.engine.duration.Day;

/// Kinds of business dates on which work differs.
final class DayType {
  private static final int ORDINARY = 0;
  private static final int WEEKEND = 1;
  private static final int MONTH_END = 2;

  private DayType() {}

  static Day of(LocalDate date) {
    return new Day(date.toEpochDay(), type(date));
  }

  /// From the last day of a month that is from Monday to Friday on, dates are its end.
  static int type(LocalDate date) {
    var last = date.with(TemporalAdjusters.lastDayOfMonth());
    while (isWeekend(last)) last = last.minusDays(1);
    if (!date.isBefore(last)) return MONTH_END;
    return isWeekend(date) ? WEEKEND : ORDINARY;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
