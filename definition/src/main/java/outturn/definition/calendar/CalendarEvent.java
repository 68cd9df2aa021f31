package outturn.definition.calendar;

import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.Frequency;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// An event of an iCalendar file as days: all that it touches, by the clock of the zone in which it
/// is written.
final class CalendarEvent {
  private static final int LONGEST = 366;

  /// What is repeated more often is no day off, and would take long to follow.
  private static final Set<Frequency> FREQUENCIES =
      Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

  private final VEvent event;
  private final TimeZone zone;
  private final int length;
  private final Set<LocalDate> left = new HashSet<>();

  private CalendarEvent(VEvent event, TimeZone zone, int length) {
    this.event = event;
    this.zone = zone;
    this.length = length;
  }

  /// Empty for an event that was cancelled.
  ///
  /// @throws IllegalArgumentException if it cannot be understood, with what is wrong
  static Optional<CalendarEvent> of(VEvent event, TimezoneInfo zones) {
    if (event.getStatus() != null && event.getStatus().isCancelled()) return Optional.empty();
    var property = event.getDateStart();
    if (property == null || property.getValue() == null) {
      throw new IllegalArgumentException("the event '%s' has no DTSTART".formatted(name(event)));
    }
    checkDate(property);
    checkDate(event.getDateEnd());
    checkRule(event);
    var zone = zone(property, zones);
    PlainDates.move(event);
    var start = local(property.getValue().toInstant(), zone);
    var days = length(event, start, end(event, start, zone));
    return Optional.of(new CalendarEvent(event, zone, days));
  }

  /// The library takes 31 February for 3 March.
  private static void checkDate(@Nullable DateOrDateTimeProperty property) {
    if (property == null || property.getValue() == null) return;
    var written = property.getValue().getRawComponents();
    if (written == null) return;
    var day = LocalDate.of(written.getYear(), written.getMonth(), written.getDate());
    if (DayList.YEARS.contains(day.getYear())) return;
    throw new IllegalArgumentException(
        "expected dates of the years %s, found %s".formatted(DayList.YEARS, day));
  }

  private static void checkRule(VEvent event) {
    var rule = event.getRecurrenceRule();
    if (rule == null || rule.getValue() == null) return;
    if (FREQUENCIES.contains(rule.getValue().getFrequency())) return;
    throw new IllegalArgumentException(
        "the event '%s' is repeated neither daily, weekly, monthly nor yearly"
            .formatted(name(event)));
  }

  private static TimeZone zone(DateOrDateTimeProperty property, TimezoneInfo zones) {
    var assigned = zones.getTimezone(property);
    if (!property.getValue().hasTime() || zones.isFloating(property) || assigned == null) {
      return PlainDates.ZONE;
    }
    return assigned.getTimeZone();
  }

  private static LocalDateTime local(Instant instant, TimeZone zone) {
    return LocalDateTime.ofInstant(
        instant.plusMillis(zone.getOffset(instant.toEpochMilli())), ZoneOffset.UTC);
  }

  /// Exclusive.
  private static LocalDateTime end(VEvent event, LocalDateTime start, TimeZone zone) {
    var end = event.getDateEnd();
    if (end != null && end.getValue() != null) {
      return local(end.getValue().toInstant(), zone);
    }
    var duration = event.getDuration();
    if (duration == null || duration.getValue() == null) return start;
    return start.plus(duration.getValue().toMillis(), ChronoUnit.MILLIS);
  }

  private static int length(VEvent event, LocalDateTime start, LocalDateTime end) {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "the event '%s' ends before it begins".formatted(name(event)));
    }
    var untilMidnight = end.toLocalTime().equals(LocalTime.MIDNIGHT) && end.isAfter(start);
    var last = untilMidnight ? end.toLocalDate().minusDays(1) : end.toLocalDate();
    var days = ChronoUnit.DAYS.between(start.toLocalDate(), last) + 1;
    if (days <= LONGEST) return (int) days;
    throw new IllegalArgumentException(
        "the event '%s' has more than %d days".formatted(name(event), LONGEST));
  }

  private static String name(VEvent event) {
    var summary = event.getSummary();
    var text = summary == null ? null : summary.getValue();
    return text == null || text.isBlank() ? "day off" : text.strip();
  }

  String name() {
    return name(event);
  }

  boolean isEndless() {
    var rule = event.getRecurrenceRule();
    return rule != null
        && rule.getValue() != null
        && rule.getValue().getCount() == null
        && rule.getValue().getUntil() == null;
  }

  boolean isReplacement() {
    return event.getRecurrenceId() != null;
  }

  /// Whether this is one occurrence of the other, written anew with another date or name.
  boolean replaces(CalendarEvent other) {
    return isReplacement()
        && !other.isReplacement()
        && event.getUid() != null
        && event.getUid().equals(other.event.getUid());
  }

  /// Leaves out the occurrence that another event replaces.
  void without(CalendarEvent replacing) {
    var replaced = replacing.event.getRecurrenceId().getValue();
    if (replaced != null) left.add(local(replaced.toInstant(), zone).toLocalDate());
  }

  /// How many days each occurrence has.
  int length() {
    return length;
  }

  /// The first days of its occurrences until the end of a year, at most so many.
  List<LocalDate> occurrences(int lastYear, int most) {
    var days = new ArrayList<LocalDate>();
    var occurrences = event.getDateIterator(zone);
    while (occurrences.hasNext() && days.size() < most) {
      var day = local(occurrences.next().toInstant(), zone).toLocalDate();
      if (day.getYear() > lastYear) break;
      if (!left.contains(day)) days.add(day);
    }
    return days;
  }
}
