package outturn.outcome.stake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import outturn.outcome.period.Dates;

/// Says times and spans as people at a place say them.
///
/// @param now of which the day goes without saying
record Clock(Instant now, ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  /// `07:10`, and on another day `07:10 on 3 Mar 2026`.
  String time(Instant at) {
    var local = at.atZone(zone);
    var time = TIME.format(local);
    boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return today ? time : time + " on " + Dates.shortly(local.toLocalDate());
  }

  /// `40 minutes`, `1 hour 20 minutes`, `2 days 3 hours`.
  static String span(Duration length) {
    long minutes = Math.round(length.toSeconds() / 60.0);
    if (minutes == 0) return "less than a minute";
    var parts = new ArrayList<String>();
    long days = minutes / (24 * 60);
    long hours = minutes / 60 % 24;
    if (days > 0) parts.add(count(days, "day"));
    if (hours > 0) parts.add(count(hours, "hour"));
    if (days == 0 && minutes % 60 > 0) parts.add(count(minutes % 60, "minute"));
    return String.join(" ", parts);
  }

  private static String count(long number, String word) {
    return number == 1 ? "1 " + word : "%,d %ss".formatted(number, word);
  }
}
