package outturn.definition.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import outturn.definition.schedule.RecurrenceParts.Frequency;
import outturn.definition.schedule.RecurrenceParts.Part;

/// The times of a rule that counts days, hours, minutes or seconds. Such periods are all of one
/// length, and each that is let through has the same times in it, so that the next one can be
/// computed.
final class EvenPeriods implements LocalTimes {
  private static final int DAY = 24 * 60 * 60;

  private final RecurrenceParts parts;
  private final int length;
  private final long step;
  private final long anchor;
  private final int[] within;
  private final Values hours;
  private final Values minutes;
  private final Values seconds;

  /// @param parts with everything said
  EvenPeriods(RecurrenceParts parts, LocalDateTime start) {
    this.parts = parts;
    this.length = length(parts.frequency());
    this.step = (long) length * parts.interval();
    this.anchor = Math.floorDiv(second(start), (long) length) * length;
    this.hours = parts.values(Part.BYHOUR);
    this.minutes = parts.values(Part.BYMINUTE);
    this.seconds = parts.values(Part.BYSECOND);
    this.within = isReachable() ? withinPeriod() : new int[0];
  }

  private static int length(Frequency frequency) {
    return switch (frequency) {
      case DAILY -> DAY;
      case HOURLY -> 60 * 60;
      case MINUTELY -> 60;
      case SECONDLY -> 1;
      case YEARLY, MONTHLY, WEEKLY -> throw new IllegalArgumentException("not even: " + frequency);
    };
  }

  /// The times of a period, in seconds from its beginning.
  private int[] withinPeriod() {
    var all =
        IntStream.range(0, length)
            .filter(second -> length <= 60 * 60 || hours.contains(second / 3600))
            .filter(second -> length <= 60 || minutes.contains(second / 60 % 60))
            .filter(second -> length <= 1 || seconds.contains(second % 60))
            .toArray();
    return parts.places(all.length).map(index -> all[index]).toArray();
  }

  /// Whether periods come to begin at any time of day that is let through. Without this, a search
  /// for `FREQ=SECONDLY;INTERVAL=2;BYSECOND=1` would look at every minute of centuries.
  private boolean isReachable() {
    var phase = greatestDivisor(step, DAY);
    for (var time = (int) Math.floorMod(anchor, phase); time < DAY; time += (int) phase) {
      if (opening(time) == time) return true;
    }
    return false;
  }

  private static long greatestDivisor(long a, long b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }

  @Override
  public boolean everyHour() {
    return parts.everyHour();
  }

  @Override
  public Optional<LocalDateTime> first(LocalDateTime from, LocalDateTime until) {
    if (within.length == 0) return Optional.empty();
    var least = second(from);
    var end = second(until);
    var period = anchor + Math.floorDiv(least - anchor, step) * step;
    while (period < end) {
      var open = open(period, end);
      if (open > period) {
        period = anchor + Math.ceilDiv(open - anchor, step) * step;
        continue;
      }
      var found = Arrays.binarySearch(within, (int) Math.max(0, Math.min(DAY, least - period)));
      var index = found < 0 ? -found - 1 : found;
      if (index < within.length) return before(end, period + within[index]);
      period += step;
    }
    return Optional.empty();
  }

  private static Optional<LocalDateTime> before(long end, long second) {
    return second < end
        ? Optional.of(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC))
        : Optional.empty();
  }

  /// The first second, from this one on, at which the rule lets a period begin.
  private long open(long second, long end) {
    var day = Math.floorDiv(second, (long) DAY);
    if (parts.matches(LocalDate.ofEpochDay(day))) {
      var time = opening((int) Math.floorMod(second, (long) DAY));
      if (time < DAY) return day * DAY + time;
    }
    do {
      day++;
    } while (day * DAY < end && !parts.matches(LocalDate.ofEpochDay(day)));
    return day * DAY;
  }

  /// The first time of day, from this one on, at which the rule lets a period begin, or the day's
  /// end.
  private int opening(int least) {
    if (length == DAY) return least == 0 ? 0 : DAY;
    var hour = least / 3600;
    if (!hours.contains(hour)) return startOf(hours.from(hour + 1));
    if (length == 60 * 60) return least;
    var minute = least / 60 % 60;
    if (!minutes.contains(minute)) {
      var next = minutes.from(minute + 1);
      return next == Values.NONE ? startOf(hours.from(hour + 1)) : hour * 3600 + next * 60;
    }
    if (length == 60 || seconds.contains(least % 60)) return least;
    var next = seconds.from(least % 60 + 1);
    return next == Values.NONE ? opening((least / 60 + 1) * 60) : least - least % 60 + next;
  }

  private static int startOf(int hour) {
    return hour == Values.NONE ? DAY : hour * 3600;
  }

  private static long second(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }
}
