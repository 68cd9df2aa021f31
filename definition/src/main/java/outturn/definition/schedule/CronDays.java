package outturn.definition.schedule;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.List;

/// The day fields of a cron expression: day of month, month and day of week.
///
/// @param join how day of month and day of week count together
record CronDays(Part ofMonth, Values months, Part ofWeek, Join join) {

  private static final int DAYS_IN_WEEK = 7;

  /// A day field: its plain values, and rules that depend on the month.
  ///
  /// @param plain days 1 to 31, or weekdays 0 to 6 from Sunday
  record Part(Values plain, List<DayRule> rules) {
    Part {
      rules = List.copyOf(rules);
    }
  }

  /// How the two fields for days count together.
  enum Join {
    BOTH,
    EITHER
  }

  /// The matching days of a month.
  Values in(YearMonth month) {
    if (!months.contains(month.getMonthValue())) return new Values(0);
    var days = ofMonth.plain().bits() | days(ofMonth.rules(), month);
    var weekdays = weekdays(month) | days(ofWeek.rules(), month);
    var joined =
        switch (join) {
          case BOTH -> days & weekdays;
          case EITHER -> days | weekdays;
        };
    return new Values(joined & existing(month));
  }

  /// Whether no day ever matches. Weekdays and leap years repeat after 400 years.
  boolean never() {
    var start = YearMonth.of(2000, 1);
    for (var months = 0; months < 400 * 12; months++) {
      if (!in(start.plusMonths(months)).isEmpty()) return false;
    }
    return true;
  }

  /// A week's pattern, repeated over the month from the weekday of its first day.
  private long weekdays(YearMonth month) {
    var pattern = 0L;
    for (var week = 0; week < 6; week++) {
      pattern |= ofWeek.plain().bits() << (week * DAYS_IN_WEEK);
    }
    return pattern >>> fromSunday(month.atDay(1).getDayOfWeek()) << 1;
  }

  private static long days(List<DayRule> rules, YearMonth month) {
    var bits = 0L;
    for (var rule : rules) {
      var day = rule.in(month);
      if (month.isValidDay(day)) bits |= 1L << day;
    }
    return bits;
  }

  private static long existing(YearMonth month) {
    return (1L << (month.lengthOfMonth() + 1)) - 2;
  }

  private static int fromSunday(DayOfWeek weekday) {
    return weekday.getValue() % DAYS_IN_WEEK;
  }
}
