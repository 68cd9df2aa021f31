package outturn.definition.schedule;

import java.time.LocalTime;
import java.util.Optional;

/// The times of day of a cron expression or a recurrence rule.
record CronTimes(Values seconds, Values minutes, Values hours) {

  private static final long ALL_HOURS = (1L << 24) - 1;

  boolean everyHour() {
    return hours.bits() == ALL_HOURS;
  }

  boolean isSingle() {
    return Long.bitCount(seconds.bits()) == 1
        && Long.bitCount(minutes.bits()) == 1
        && Long.bitCount(hours.bits()) == 1;
  }

  LocalTime first() {
    return LocalTime.of(hours.first(), minutes.first(), seconds.first());
  }

  /// The first matching time of the day that is not before this one.
  Optional<LocalTime> from(LocalTime least) {
    var hour = least.getHour();
    if (hours.contains(hour)) {
      var minute = least.getMinute();
      if (minutes.contains(minute)) {
        var second = seconds.from(least.getSecond());
        if (second != Values.NONE) return Optional.of(LocalTime.of(hour, minute, second));
      }
      var later = minutes.from(minute + 1);
      if (later != Values.NONE) return Optional.of(LocalTime.of(hour, later, seconds.first()));
    }
    var later = hours.from(hour + 1);
    if (later == Values.NONE) return Optional.empty();
    return Optional.of(LocalTime.of(later, minutes.first(), seconds.first()));
  }
}
