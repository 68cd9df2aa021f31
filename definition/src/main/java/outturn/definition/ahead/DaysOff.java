package outturn.definition.ahead;

import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import outturn.definition.calendar.CalendarRule;
import outturn.definition.calendar.CalendarRule.OnNonWorkingDay;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.schedule.Schedule;

/// The due times that a schedule would have on days that are not worked, if it skips these.
final class DaysOff extends Lines {
  private static final Optional<Instant> NOTHING = Optional.empty();

  private final Starter starter;
  private final Window window;
  private final CalendarRule rule;
  private final Schedule every;
  private final Day day;
  private Instant after;

  private DaysOff(Starter starter, Window window, CalendarRule rule) {
    this.starter = starter;
    this.window = window;
    this.rule = rule;
    this.every = Variants.withoutCalendar(starter.schedule());
    this.day = new Day(every);
    this.after = window.from().minusNanos(1);
  }

  /// Empty for a schedule that skips no day, or that chooses a few by their number in the month.
  static Optional<Lines> of(Starter starter, Window window) {
    return starter
        .schedule()
        .days()
        .calendar()
        .filter(rule -> rule.onNonWorkingDay() == OnNonWorkingDay.SKIP && rule.ofMonth().isEmpty())
        .map(rule -> new DaysOff(starter, window, rule));
  }

  @Override
  void more(Deque<Line> lines) {
    try {
      while (window.reaches(after) && lines.isEmpty()) {
        var off = off(after.plusNanos(1));
        var due = off.isBefore(window.to()) ? every.next(off.minusNanos(1)) : NOTHING;
        if (due.filter(window::reaches).isEmpty()) {
          after = window.to();
          return;
        }
        var date = Day.date(due.get(), every);
        var end = Day.end(due.get(), every);
        var reason = rule.calendar().dayOff(date);
        if (reason.isPresent()) lines.add(line(due.get(), end, reason.get()));
        after = end.minusNanos(1);
      }
    } catch (UnknownYear year) {
      // The starts end with it, and tell so.
      after = window.to();
    }
  }

  /// The first time from this one on that is in a day off.
  private Instant off(Instant from) {
    var date = Day.date(from, every);
    if (!rule.calendar().isWorking(date)) return from;
    while (rule.calendar().isWorking(date) && window.reaches(Day.start(date, every))) {
      date = date.plusDays(1);
    }
    return Day.start(date, every);
  }

  private Line line(Instant first, Instant end, String reason) {
    var all = day.count(first, end.isAfter(window.to()) ? window.to() : end);
    var why = "no working day of calendar '%s': %s".formatted(rule.calendar().name(), reason);
    return new Line(starter, first, all.last(), all.number(), new Line.What.Skipped(why));
  }
}
