package outturn.definition.schedule;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The times of day of a cron expression or a recurrence rule.
record CronTimes(Values seconds, Values minutes, Values hours) {

  private static final long ALL_HOURS = (1L << 24) - 1;

  boolean everyHour() {
    return hours.bits() == ALL_HOURS;
  }

  List<LocalTime> all() {
    return IntStream.range(0, 24 * 60 * 60)
        .mapToObj(LocalTime::ofSecondOfDay)
        .filter(time -> hours.contains(time.getHour()))
        .filter(time -> minutes.contains(time.getMinute()))
        .filter(time -> seconds.contains(time.getSecond()))
        .toList();
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
