package outturn.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/// Instants and durations as people say them, in the local zone.
public final class Times {
  private final InstantSource clock;
  private final ZoneId zone;

  public Times(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /// `14:03:07` for today, `11-23 14:03` for this year, else `2025-11-23 14:03`.
  public String at(Instant instant) {
    var local = instant.atZone(zone);
    var today = clock.instant().atZone(zone).toLocalDate();
    var time = two(local.getHour()) + ":" + two(local.getMinute());
    if (local.toLocalDate().equals(today)) return time + ":" + two(local.getSecond());
    var day = local.toLocalDate().toString();
    return (local.getYear() == today.getYear() ? day.substring(day.indexOf('-') + 1) : day)
        + " "
        + time;
  }

  /// `14:03:07`, whatever the day.
  public String clock(Instant instant) {
    var local = instant.atZone(zone);
    return two(local.getHour()) + ":" + two(local.getMinute()) + ":" + two(local.getSecond());
  }

  /// From an instant until now.
  public String since(Instant start) {
    return took(Duration.between(start, clock.instant()));
  }

  /// `0.4s`, `12s`, `1m 12s`, `3h 04m`, `2d 05h`.
  public static String took(Duration duration) {
    if (duration.isNegative()) return "0s";
    if (duration.toSeconds() == 0) {
      return duration.toMillis() < 50
          ? "0s"
          : "0." + Math.min(9, (duration.toMillis() + 50) / 100) + "s";
    }
    if (duration.toMinutes() == 0) return duration.toSeconds() + "s";
    if (duration.toHours() == 0) {
      return duration.toMinutes() + "m " + two(duration.toSecondsPart()) + "s";
    }
    if (duration.toDays() == 0) {
      return duration.toHours() + "h " + two(duration.toMinutesPart()) + "m";
    }
    return duration.toDays() + "d " + two(duration.toHoursPart()) + "h";
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
