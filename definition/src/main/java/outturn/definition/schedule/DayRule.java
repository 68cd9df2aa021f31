package outturn.definition.schedule;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/// A rule that names one day of a month in a way that depends on the month.
sealed interface DayRule {

  /// The day of the month that the rule names; outside of the month's days when it has none.
  int in(YearMonth month);

  /// `L-3`: days before the last day.
  record FromEnd(int before) implements DayRule {
    @Override
    public int in(YearMonth month) {
      return month.lengthOfMonth() - before;
    }
  }

  /// `15W`, `LW`: the day of Monday to Friday that is nearest, within the month.
  record NearestWeekday(DayRule to) implements DayRule {
    @Override
    public int in(YearMonth month) {
      var day = to.in(month);
      if (!month.isValidDay(day)) return day;
      return switch (month.atDay(day).getDayOfWeek()) {
        case SATURDAY -> day == 1 ? 3 : day - 1;
        case SUNDAY -> day == month.lengthOfMonth() ? day - 2 : day + 1;
        case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
      };
    }
  }

  /// The day with this number.
  record Numbered(int day) implements DayRule {
    @Override
    public int in(YearMonth month) {
      return day;
    }
  }

  /// `6L`: the last one in the month.
  record LastOf(DayOfWeek weekday) implements DayRule {
    @Override
    public int in(YearMonth month) {
      return month.atDay(1).with(TemporalAdjusters.lastInMonth(weekday)).getDayOfMonth();
    }
  }

  /// `6#3`: the third one in the month; the fifth is missing in most months.
  record NthOf(DayOfWeek weekday, int nth) implements DayRule {
    @Override
    public int in(YearMonth month) {
      var first = month.atDay(1).with(TemporalAdjusters.firstInMonth(weekday)).getDayOfMonth();
      return first + 7 * (nth - 1);
    }
  }
}
