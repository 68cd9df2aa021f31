package outturn.definition.ahead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import outturn.definition.calendar.CalendarRule;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.schedule.Schedule;
import outturn.definition.schedule.Schedule.ClockChange.Gap;

/// What is unusual about a start: the day that it was moved from, the hour that the clock left out,
/// a policy that keeps its tasks from starting.
final class Notes {
  /// No day is searched for further away.
  private static final int FARTHEST = 366;

  private final Schedule schedule;
  private final List<Governing> policies;
  private final Schedule every;
  private final Schedule skipping;

  Notes(Starter starter) {
    this.schedule = starter.schedule();
    this.policies = starter.policies();
    this.every = Variants.withoutCalendar(schedule);
    this.skipping = Variants.withGap(schedule, Gap.SKIP);
  }

  List<String> on(Instant due) {
    var notes = new ArrayList<String>();
    var rule = schedule.days().calendar().filter(CalendarRule::moves);
    if (rule.isPresent()) {
      var from = movedFrom(rule.get(), due);
      if (!from.isEmpty()) notes.add("moved from " + told(from, rule.get()));
    }
    if (isAfterGap(due) && !Gaps.isDue(skipping, due)) {
      notes.add("the clock leaves out its local time; it starts right after");
    }
    var start = schedule.start(due);
    if (!start.equals(due)) {
      notes.add("starts at " + start.atZone(schedule.zone()).toLocalDateTime() + " by its jitter");
    }
    for (var policy : policies) policy.note(start).ifPresent(notes::add);
    return notes;
  }

  private boolean isAfterGap(Instant due) {
    if (schedule.clockChange().gap() != Gap.SHIFT) return false;
    var rules = schedule.zone().getRules();
    if (rules.isFixedOffset()) return false;
    return rules.getOffset(due).getTotalSeconds()
        > rules.getOffset(due.minusNanos(1)).getTotalSeconds();
  }

  /// The other days whose due times come at this one.
  private List<LocalDate> movedFrom(CalendarRule rule, Instant due) {
    var target = Day.date(due, schedule);
    var time = due.atZone(schedule.zone()).toLocalTime();
    var days = new ArrayList<LocalDate>();
    try {
      var day = rule.firstMovedTo(target);
      for (var left = FARTHEST; left > 0; left--, day = day.plusDays(1)) {
        var moved = rule.moved(day);
        if (moved.filter(target::isBefore).isPresent()) break;
        if (moved.filter(target::equals).isEmpty() || day.equals(target)) continue;
        if (isDueOn(day, time)) days.add(day);
      }
    } catch (UnknownYear unknown) {
      // What is known of it is told.
    }
    return days;
  }

  private boolean isDueOn(LocalDate day, LocalTime time) {
    return Gaps.isDue(every, day.atTime(time).atZone(schedule.zone()).toInstant());
  }

  private static String told(List<LocalDate> days, CalendarRule rule) {
    return days.stream()
        .map(day ->
            rule.calendar().dayOff(day).map(why -> "%s (%s)".formatted(day, why)).orElse("" + day))
        .collect(Collectors.joining(", "));
  }
}
