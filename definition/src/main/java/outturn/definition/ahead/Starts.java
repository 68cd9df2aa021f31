package outturn.definition.ahead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Deque;
import java.util.Optional;
import outturn.definition.calendar.CalendarRule;
import outturn.definition.calendar.CalendarRule.OnNonWorkingDay;
import outturn.definition.calendar.UnknownYear;

/// The starts of a schedule, until its calendar does not know the year.
final class Starts extends Lines {
  private final Starter starter;
  private final Window window;
  private final Instant from;
  private final Day day;
  private final Notes notes;
  private Instant after;
  private Optional<Instant> ahead = Optional.empty();
  private boolean unknown;

  /// @param from where to begin: the window's start, or later for a page that goes on
  Starts(Starter starter, Window window, Instant from) {
    this.starter = starter;
    this.window = window;
    this.from = from;
    this.day = new Day(starter.schedule());
    this.notes = new Notes(starter);
    this.after = from.minusNanos(1);
  }

  @Override
  void more(Deque<Line> lines) {
    if (unknown) return;
    try {
      var due = ahead.isPresent() ? ahead : starter.schedule().next(after);
      due.filter(window::reaches).ifPresent(first -> add(first, lines));
    } catch (UnknownYear year) {
      unknown = true;
      tell(year).ifPresent(lines::add);
    }
  }

  private void add(Instant first, Deque<Line> lines) {
    var end = Day.end(first, starter.schedule());
    if (end.isAfter(window.to())) end = window.to();
    var found = day.first(first, end, MOST_A_DAY);
    ahead = found.next();
    if (found.times().size() <= MOST_A_DAY) {
      found.times().forEach(due -> lines.add(line(due, due, 1)));
      after = found.times().getLast();
      return;
    }
    var all = day.count(first, end);
    lines.add(line(first, all.last(), all.number()));
    after = all.last();
  }

  private Line line(Instant due, Instant last, int count) {
    var schedule = starter.schedule();
    var what = new Line.What.Starts(schedule.businessDate(due), notes.on(due));
    return new Line(starter, due, last, count, what);
  }

  /// A year after the window is of no interest, unless its days can move back into it. What an
  /// earlier page has told is not told again.
  private Optional<Line> tell(UnknownYear year) {
    var schedule = starter.schedule();
    var begins = Day.start(LocalDate.of(year.year(), 1, 1), schedule);
    boolean moves = schedule.days().calendar().filter(Starts::movesBack).isPresent();
    if (!window.reaches(begins) && !moves) return Optional.empty();
    var known = after.isBefore(from) ? window.from() : after;
    var since = window.reaches(begins) && begins.isAfter(known) ? begins : known;
    if (since.isBefore(from)) return Optional.empty();
    var what = new Line.What.Unknown(String.valueOf(year.getMessage()));
    return Optional.of(new Line(starter, since, since, 1, what));
  }

  private static boolean movesBack(CalendarRule rule) {
    return rule.shift() < 0 || rule.onNonWorkingDay() == OnNonWorkingDay.PREVIOUS;
  }
}
