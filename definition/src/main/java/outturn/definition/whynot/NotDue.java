package outturn.definition.whynot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import outturn.definition.ahead.Variants;
import outturn.definition.calendar.CalendarRule;
import outturn.definition.schedule.Schedule;
import outturn.definition.schedule.Schedule.ClockChange.Gap;
import outturn.definition.whynot.Cause.Kind;

/// Why a schedule is not due on a local day, found by looking at what it would do without each of
/// its rules.
final class NotDue {
  private final Schedule schedule;
  private final Schedule every;

  NotDue(Schedule schedule) {
    this.schedule = schedule;
    this.every = Variants.withoutCalendar(schedule);
  }

  Cause on(LocalDate day) {
    var start = schedule.span().start().filter(day.plusDays(1).atStartOfDay()::isBefore);
    if (start.isPresent()) return new Cause(Kind.NOT_YET, "it begins at " + start.get());
    var end = schedule.span().end().filter(last -> !last.isAfter(day.atStartOfDay()));
    if (end.isPresent()) return new Cause(Kind.OVER, "it ended at " + end.get());
    if (isDue(every, day)) return byCalendar(day);
    if (isDue(Variants.withGap(every, Gap.SHIFT), day)) {
      return new Cause(
          Kind.CLOCK_GAP,
          "the clock leaves out its time on %s, and dst is gap: skip".formatted(day));
    }
    return new Cause(
        Kind.NOT_THAT_DAY,
        "it is due at '%s', and not on %s%s"
            .formatted(
                schedule.timing().text(),
                told(day),
                schedule.days().calendar().filter(CalendarRule::moves).isPresent()
                    ? ", and no other day moves to it"
                    : ""));
  }

  private Cause byCalendar(LocalDate day) {
    var rule = schedule.days().calendar();
    if (rule.isEmpty()) throw new IllegalStateException("it is due on " + day);
    var calendar = rule.get().calendar();
    var off = calendar.dayOff(day);
    var moved = rule.get().moved(day);
    if (moved.isPresent()) {
      return new Cause(
          Kind.MOVED,
          "what is due on %s%s starts on %s"
              .formatted(told(day), off.map(" (%s)"::formatted).orElse(""), told(moved.get())));
    }
    if (off.isPresent()) {
      return new Cause(
          Kind.DAY_OFF,
          "%s is no working day of calendar '%s' (%s)"
              .formatted(told(day), calendar.name(), off.get()));
    }
    return new Cause(
        Kind.DAY_OFF,
        "only the working days %s of a month count, and %s is none of them"
            .formatted(
                rule.get().ofMonth().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")),
                told(day)));
  }

  private static boolean isDue(Schedule schedule, LocalDate day) {
    return !times(schedule, day, 1).isEmpty();
  }

  /// The first due times of a local day.
  static List<Instant> times(Schedule schedule, LocalDate day, int most) {
    var times = new ArrayList<Instant>();
    var end = day.plusDays(1).atStartOfDay(schedule.zone()).toInstant();
    var after = day.atStartOfDay(schedule.zone()).toInstant().minusNanos(1);
    for (var due = schedule.next(after);
        due.filter(end::isAfter).isPresent() && times.size() < most;
        due = schedule.next(due.get())) {
      times.add(due.get());
    }
    return times;
  }

  private static String told(LocalDate day) {
    return "%s %s"
        .formatted(day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), day);
  }
}
