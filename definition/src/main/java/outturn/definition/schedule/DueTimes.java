package outturn.definition.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outturn.definition.schedule.Schedule.ClockChange;
import outturn.definition.schedule.Schedule.ClockChange.Gap;
import outturn.definition.schedule.Schedule.ClockChange.Overlap;

/// The instants at which a cron expression is due in a time zone.
///
/// **Clock changes.** A local time that the clock leaves out is due at the first instant after the
/// gap (`shift`; several such times are one start) or not at all (`skip`). A local time that comes
/// twice is due in its first pass, in its last, or in both.
///
/// **Every hour.** An expression whose hour field lets every hour through (`0 * * * *`, `*/15 * * *
/// *`) means "every hour" and not "at this time of day": it is due at every instant at which the
/// clock on the wall shows a matching time, in both passes, and never for a time that was left out.
/// The rules for clock changes do not apply to it, so that where the clock moves by whole hours no
/// real hour stays empty and none is served twice.
public final class DueTimes {

  /// Weekdays and leap years repeat after so long; what is not due by then is never due.
  private static final int HORIZON_YEARS = 400;

  private final Cron cron;
  private final ZoneId zone;
  private final ClockChange rule;

  private DueTimes(Cron cron, ZoneId zone, ClockChange rule) {
    this.cron = cron;
    this.zone = zone;
    this.rule = rule;
  }

  /// The first due time strictly after an instant; empty only for an expression whose every time is
  /// left out by a clock change.
  public static Optional<Instant> next(Cron cron, ZoneId zone, ClockChange rule, Instant after) {
    var effective = cron.everyHour() ? new ClockChange(Gap.SKIP, Overlap.BOTH) : rule;
    return new DueTimes(cron, zone, effective).next(Instant.ofEpochSecond(after.getEpochSecond()));
  }

  /// Goes from clock change to clock change; between two of them local time runs evenly.
  private Optional<Instant> next(Instant after) {
    var rules = zone.getRules();
    var from = LocalDateTime.ofInstant(after, zone).plusSeconds(1);
    var horizon = from.plusYears(HORIZON_YEARS);
    var offset = rules.getOffset(after);
    var opening = rules.previousTransition(after.plusSeconds(1));
    var closing = rules.nextTransition(after);
    while (closing != null && closing.getDateTimeBefore().isBefore(horizon)) {
      var due = between(from, opening, closing.getDateTimeBefore(), closing).map(at(offset));
      if (due.isPresent()) return due;
      if (isShifted(closing)) return Optional.of(closing.getInstant());
      from = closing.getDateTimeAfter();
      offset = closing.getOffsetAfter();
      opening = closing;
      closing = rules.nextTransition(closing.getInstant());
    }
    return between(from, opening, horizon, null).map(at(offset));
  }

  /// The first matching time of an even stretch, without the pass of an overlap that does not
  /// count.
  private Optional<LocalDateTime> between(
      LocalDateTime from,
      @Nullable ZoneOffsetTransition opening,
      LocalDateTime until,
      @Nullable ZoneOffsetTransition closing) {
    var start = from;
    if (rule.overlap() == Overlap.FIRST && opening != null && opening.isOverlap()) {
      start = later(from, opening.getDateTimeBefore());
    }
    var end = until;
    if (rule.overlap() == Overlap.LAST && closing != null && closing.isOverlap()) {
      end = closing.getDateTimeAfter();
    }
    return cron.first(start, end);
  }

  private boolean isShifted(ZoneOffsetTransition change) {
    return change.isGap()
        && rule.gap() == Gap.SHIFT
        && cron.first(change.getDateTimeBefore(), change.getDateTimeAfter()).isPresent();
  }

  private static Function<LocalDateTime, Instant> at(ZoneOffset offset) {
    return time -> time.toInstant(offset);
  }

  private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
    return a.isAfter(b) ? a : b;
  }
}
