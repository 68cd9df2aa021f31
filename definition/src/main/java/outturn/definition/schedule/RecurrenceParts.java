package outturn.definition.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What a recurrence rule says about days and times, part by part; when it ends is said elsewhere.
///
/// @param numbers the lists of numbers, sorted; absent where the rule has none
/// @param weekdays the list of `BYDAY`, or an empty one
record RecurrenceParts(
    Frequency frequency,
    int interval,
    Map<Part, List<Integer>> numbers,
    List<Weekday> weekdays,
    DayOfWeek weekStart) {

  /// The kinds of period that a rule counts, from long to short.
  enum Frequency {
    YEARLY,
    MONTHLY,
    WEEKLY,
    DAILY,
    HOURLY,
    MINUTELY,
    SECONDLY;

    boolean isLongerThan(Frequency other) {
      return compareTo(other) < 0;
    }
  }

  /// The parts that are lists of numbers.
  enum Part {
    BYSECOND(0, 59),
    BYMINUTE(0, 59),
    BYHOUR(0, 23),
    BYMONTHDAY(-31, 31),
    BYYEARDAY(-366, 366),
    BYWEEKNO(-53, 53),
    BYMONTH(1, 12),
    BYSETPOS(-366, 366);

    final int least;
    final int most;

    Part(int least, int most) {
      this.least = least;
      this.most = most;
    }
  }

  /// A weekday, alone or at a place in its month or year: `-1FR` is the last Friday.
  ///
  /// @param place 0 for each one
  record Weekday(int place, DayOfWeek day) {
    /// `MO`.
    static String code(DayOfWeek day) {
      return day.name().substring(0, 2);
    }
  }

  List<Integer> list(Part part) {
    return numbers.getOrDefault(part, List.of());
  }

  boolean has(Part part) {
    return numbers.containsKey(part);
  }

  /// The numbers of a part of which none is negative; all of them when the rule has none.
  Values values(Part part) {
    if (!has(part)) return new Values((1L << (part.most + 1)) - 1);
    return new Values(
        list(part).stream().mapToLong(number -> 1L << number).reduce(0, (bits, bit) -> bits | bit));
  }

  /// The times of the days that a rule of days or longer periods lets through.
  CronTimes times() {
    return new CronTimes(values(Part.BYSECOND), values(Part.BYMINUTE), values(Part.BYHOUR));
  }

  /// The same rule with everything said that it takes from its start: where no part names days, the
  /// weekday, day and month of the start, and where none names times, its time of day.
  RecurrenceParts completed(LocalDateTime start) {
    var said = new EnumMap<Part, List<Integer>>(Part.class);
    said.putAll(numbers);
    var days = weekdays;
    if (frequency.isLongerThan(Frequency.DAILY) && !namesDays()) {
      if (frequency == Frequency.WEEKLY || has(Part.BYWEEKNO)) {
        days = List.of(new Weekday(0, start.getDayOfWeek()));
      } else {
        said.put(Part.BYMONTHDAY, List.of(start.getDayOfMonth()));
        if (frequency == Frequency.YEARLY) {
          said.putIfAbsent(Part.BYMONTH, List.of(start.getMonthValue()));
        }
      }
    }
    if (frequency.isLongerThan(Frequency.HOURLY)) {
      said.putIfAbsent(Part.BYHOUR, List.of(start.getHour()));
    }
    if (frequency.isLongerThan(Frequency.MINUTELY)) {
      said.putIfAbsent(Part.BYMINUTE, List.of(start.getMinute()));
    }
    if (frequency.isLongerThan(Frequency.SECONDLY)) {
      said.putIfAbsent(Part.BYSECOND, List.of(start.getSecond()));
    }
    return new RecurrenceParts(frequency, interval, said, days, weekStart);
  }

  /// Whether its days do not depend on where it starts, unless by its interval.
  boolean namesDays() {
    return has(Part.BYMONTHDAY) || has(Part.BYYEARDAY) || !weekdays.isEmpty();
  }

  /// Whether every part that is about days lets a day through.
  boolean matches(LocalDate day) {
    return names(Part.BYMONTH, day.getMonthValue(), 12)
        && names(Part.BYMONTHDAY, day.getDayOfMonth(), day.lengthOfMonth())
        && names(Part.BYYEARDAY, day.getDayOfYear(), day.lengthOfYear())
        && namesWeekday(day)
        && (!has(Part.BYWEEKNO) || namesWeek(day));
  }

  /// Whether a part names a number, counted from the first or, as a negative one, from the last.
  private boolean names(Part part, int number, int last) {
    if (!has(part)) return true;
    var list = list(part);
    return list.contains(number) || list.contains(number - last - 1);
  }

  /// A weekday's place is one in its month, or in its year if the rule is about whole years.
  private boolean namesWeekday(LocalDate day) {
    if (weekdays.isEmpty()) return true;
    var inYear = frequency == Frequency.YEARLY && !has(Part.BYMONTH);
    var number = inYear ? day.getDayOfYear() : day.getDayOfMonth();
    var length = inYear ? day.lengthOfYear() : day.lengthOfMonth();
    var place = (number - 1) / 7 + 1;
    var fromEnd = -(length - number) / 7 - 1;
    return weekdays.stream()
        .filter(each -> each.day() == day.getDayOfWeek())
        .anyMatch(each -> each.place() == 0 || each.place() == place || each.place() == fromEnd);
  }

  private boolean namesWeek(LocalDate day) {
    var week = weeks().weekOfWeekBasedYear();
    return names(Part.BYWEEKNO, day.get(week), (int) week.rangeRefinedBy(day).getMaximum());
  }

  /// The year that a day belongs to: that of its week where the rule numbers weeks.
  int year(LocalDate day) {
    return has(Part.BYWEEKNO) ? day.get(weeks().weekBasedYear()) : day.getYear();
  }

  /// The first day of a year; the first week of one is that with 4 January.
  LocalDate firstDay(int year) {
    if (!has(Part.BYWEEKNO)) return LocalDate.of(year, 1, 1);
    return LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(weekStart));
  }

  private WeekFields weeks() {
    return WeekFields.of(weekStart, 4);
  }

  /// The indexes, in order, that `BYSETPOS` chooses of so many times; all of them without it.
  IntStream places(int size) {
    if (!has(Part.BYSETPOS)) return IntStream.range(0, size);
    return list(Part.BYSETPOS).stream()
        .mapToInt(place -> place > 0 ? place - 1 : size + place)
        .filter(index -> index >= 0 && index < size)
        .sorted()
        .distinct();
  }

  /// Whether the rule lets every hour of a day through, by [DueTimes].
  boolean everyHour() {
    return values(Part.BYHOUR).equals(new Values((1L << 24) - 1))
        && (!has(Part.BYSETPOS) || !frequency.isLongerThan(Frequency.HOURLY));
  }
}
