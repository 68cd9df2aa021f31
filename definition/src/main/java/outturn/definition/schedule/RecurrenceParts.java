package outturn.definition.schedule;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

    boolean isTime() {
      return this == BYSECOND || this == BYMINUTE || this == BYHOUR;
    }
  }

  /// A weekday, alone or at a place in its month or year: `-1FR` is the last Friday.
  ///
  /// @param place 0 for each one
  record Weekday(int place, DayOfWeek day) {
    /// `MO`.
    static String code(DayOfWeek day) {
      return day.name().substring(0, 2).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return (place == 0 ? "" : String.valueOf(place)) + code(day);
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
    if (frequency == Frequency.YEARLY && has(Part.BYMONTHDAY) && !namesPartOfYear()) {
      // For lib-recur these would be days of the month of the start.
      said.put(Part.BYYEARDAY, IntStream.rangeClosed(1, Part.BYYEARDAY.most).boxed().toList());
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

  private boolean namesPartOfYear() {
    return has(Part.BYMONTH) || has(Part.BYYEARDAY) || has(Part.BYWEEKNO);
  }

  /// Whether its days do not depend on where it starts, unless by its interval.
  boolean namesDays() {
    return has(Part.BYMONTHDAY) || has(Part.BYYEARDAY) || !weekdays.isEmpty();
  }

  /// The rule for lib-recur.
  String text(boolean withTimes) {
    var text = new StringBuilder("FREQ=" + frequency + ";INTERVAL=" + interval);
    text.append(";WKST=").append(Weekday.code(weekStart));
    for (var part : Part.values()) {
      if (!has(part) || (!withTimes && part.isTime())) continue;
      text.append(';').append(part).append('=').append(joined(list(part)));
    }
    if (!weekdays.isEmpty()) text.append(";BYDAY=").append(joined(weekdays));
    return text.toString();
  }

  private static String joined(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /// Whether the rule lets every hour of a day through, by [DueTimes].
  boolean everyHour() {
    return values(Part.BYHOUR).equals(new Values((1L << 24) - 1))
        && (!has(Part.BYSETPOS) || !frequency.isLongerThan(Frequency.HOURLY));
  }
}
