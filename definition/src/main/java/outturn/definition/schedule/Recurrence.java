package outturn.definition.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// A recurrence rule of RFC 5545, section 3.3.10: `FREQ=MONTHLY;BYDAY=3FR`, with or without
/// `RRULE:` before it.
///
/// It counts from the schedule's start, as from a `DTSTART`; without one from midnight of the first
/// day of 2000, as long as its meaning does not depend on that. A start that does not match is not
/// due. All its times are local; a date as `UNTIL` includes that day. `BYMONTHDAY` of a yearly rule
/// without months is that day of each month.
public final class Recurrence implements Timing, LocalTimes {
  /// Where that begins which does not say.
  static final LocalDateTime ORIGIN = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final String text;
  private final LocalTimes periods;
  private final Schedule.Span span;

  Recurrence(String text, LocalTimes periods, Schedule.Span span) {
    this.text = text;
    this.periods = periods;
    this.span = span;
  }

  /// Reads a rule.
  ///
  /// @param start the first time that it may name
  /// @param zone of its local times; an `UNTIL` in UTC is brought into it
  /// @throws Malformed if it is none
  public static Recurrence parse(String text, Optional<LocalDateTime> start, ZoneId zone) {
    return new RecurrenceReader(text, start, zone).read();
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public boolean everyHour() {
    return periods.everyHour();
  }

  @Override
  public Optional<LocalDateTime> first(LocalDateTime from, LocalDateTime until) {
    return new LocalTimes.Within(periods, span).first(from, until);
  }

  /// Whether no time matches from its start on, as with 30 February.
  boolean isNever() {
    var begin = span.start().orElse(ORIGIN);
    return first(begin, begin.plusYears(DueTimes.HORIZON_YEARS)).isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recurrence recurrence
        && recurrence.text.equals(text)
        && recurrence.span.equals(span);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
