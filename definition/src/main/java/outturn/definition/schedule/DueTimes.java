package outturn.definition.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.schedule.Schedule.ClockChange;
import outturn.definition.schedule.Schedule.ClockChange.Gap;
import outturn.definition.schedule.Schedule.ClockChange.Overlap;

/// The instants at which a pattern of local times is due in a time zone.
///
/// **Clock changes.** A local time that the clock leaves out is due at the first instant after the
/// gap (`shift`; several such times are one start) or not at all (`skip`). A local time that comes
/// twice is due in its first pass, in its last, or in both.
///
/// **Every hour.** A pattern that lets every hour through (`0 * * * *`, `*/15 * * * *`,
/// `FREQ=HOURLY`) means "every hour" and not "at this time of day": it is due at every instant at
/// which the clock on the wall shows a matching time, in both passes, and never for a time that was
/// left out. The rules for clock changes do not apply to it, so that where the clock moves by whole
/// hours no real hour stays empty and none is served twice.
final class DueTimes {

  /// Weekdays and leap years repeat after so long; what is not due by then is never due.
  static final int HORIZON_YEARS = 400;

  /// Read as UTC, a local time is at most so long after the instant that shows it or skips it: an
  /// offset is below a day, and the longest gap, that of Samoa in 2011, is one day.
  private static final int MOST_DAYS_BEFORE = 2;

  private final LocalTimes times;
  private final ZoneId zone;
  private final ClockChange rule;

  private DueTimes(LocalTimes times, ZoneId zone, ClockChange rule) {
    this.times = times;
    this.zone = zone;
    this.rule = rule;
  }

  /// The first due time strictly after an instant; empty when no time matches any more, or clock
  /// changes leave out each that does.
  static Optional<Instant> next(LocalTimes times, ZoneId zone, ClockChange rule, Instant after) {
    var effective = times.everyHour() ? new ClockChange(Gap.SKIP, Overlap.BOTH) : rule;
    return new DueTimes(times, zone, effective).next(Instant.ofEpochSecond(after.getEpochSecond()));
  }

  /// Goes from clock change to clock change; between two of them local time runs evenly. Changes
  /// long before the next matching time are passed over.
  private Optional<Instant> next(Instant after) {
    var rules = zone.getRules();
    var stretch = Stretch.after(rules, after);
    var horizon = stretch.from().plusYears(HORIZON_YEARS);
    while (true) {
      var closing = stretch.closing();
      var due = first(stretch, horizon);
      if (due.isPresent() || closing == null) return due;
      if (isShifted(closing)) return Optional.of(closing.getInstant());
      var ahead = times.first(closing.getDateTimeAfter(), horizon);
      if (ahead.isEmpty()) return Optional.empty();
      var before = ahead.get().minusDays(MOST_DAYS_BEFORE).toInstant(ZoneOffset.UTC);
      stretch =
          before.isAfter(closing.getInstant())
              ? Stretch.after(rules, before)
              : stretch.following(closing, rules);
    }
  }

  /// The first matching time of an even stretch, without the pass of an overlap that does not
  /// count.
  private Optional<Instant> first(Stretch stretch, LocalDateTime horizon) {
    var opening = stretch.opening();
    var start = stretch.from();
    if (rule.overlap() == Overlap.FIRST && opening != null && opening.isOverlap()) {
      start = LocalTimes.later(start, opening.getDateTimeBefore());
    }
    var closing = stretch.closing();
    var end = horizon;
    if (closing != null) {
      end = closing.getDateTimeBefore();
      if (rule.overlap() == Overlap.LAST && closing.isOverlap()) end = closing.getDateTimeAfter();
    }
    if (!start.isBefore(end)) return Optional.empty();
    return times.first(start, end).map(time -> time.toInstant(stretch.offset()));
  }

  private boolean isShifted(ZoneOffsetTransition change) {
    return change.isGap()
        && rule.gap() == Gap.SHIFT
        && times.first(change.getDateTimeBefore(), change.getDateTimeAfter()).isPresent();
  }

  /// Local time that runs evenly, from one clock change to the next.
  private record Stretch(
      LocalDateTime from,
      ZoneOffset offset,
      @Nullable ZoneOffsetTransition opening,
      @Nullable ZoneOffsetTransition closing) {

    /// What is left of a stretch after an instant.
    static Stretch after(ZoneRules rules, Instant after) {
      var offset = rules.getOffset(after);
      return new Stretch(
          LocalDateTime.ofEpochSecond(after.getEpochSecond() + 1, 0, offset),
          offset,
          rules.previousTransition(after.plusSeconds(1)),
          rules.nextTransition(after));
    }

    Stretch following(ZoneOffsetTransition change, ZoneRules rules) {
      return new Stretch(
          change.getDateTimeAfter(),
          change.getOffsetAfter(),
          change,
          rules.nextTransition(change.getInstant()));
    }
  }
}
