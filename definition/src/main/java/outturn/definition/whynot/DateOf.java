package outturn.definition.whynot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.schedule.Schedule;
import outturn.definition.whynot.Cause.Kind;

/// What a schedule does for a business date: its due times, or why there are none.
public final class DateOf {
  /// Each second of a day of 25 hours.
  private static final int MOST = 90_000;

  private final Schedule schedule;
  private final LocalDate date;
  private final NotDue notDue;

  private DateOf(Schedule schedule, LocalDate date) {
    this.schedule = schedule;
    this.date = date;
    this.notDue = new NotDue(schedule);
  }

  /// What was found.
  ///
  /// @param due the times whose runs are for the date
  /// @param causes why there are none, or what is on the day itself
  public record Found(List<Instant> due, List<Cause> causes) {
    public Found {
      due = List.copyOf(due);
      causes = List.copyOf(causes);
    }
  }

  public static Found of(Schedule schedule, LocalDate date) {
    try {
      return new DateOf(schedule, date).found();
    } catch (UnknownYear unknown) {
      var cause = new Cause(Kind.UNKNOWN_YEAR, String.valueOf(unknown.getMessage()));
      return new Found(List.of(), List.of(cause));
    }
  }

  private Found found() {
    var days = days();
    var due = new ArrayList<Instant>();
    for (var day : days) {
      for (var time : times(day)) {
        if (due.size() < MOST && schedule.businessDate(time).equals(date)) due.add(time);
      }
    }
    var causes = new LinkedHashSet<Cause>();
    if (due.isEmpty()) {
      if (days.isEmpty()) causes.add(neverFor());
      days.forEach(day -> causes.add(notDue.on(day)));
    }
    if (!days.contains(date)) onTheDay().ifPresent(causes::add);
    return new Found(due, List.copyOf(causes));
  }

  /// The local days on which is due what is for the date.
  private List<LocalDate> days() {
    return switch (schedule.days().businessDate()) {
      case SAME -> List.of(date);
      case PREVIOUS -> List.of(date.plusDays(1));
      case PREVIOUS_WORKING_DAY -> {
        var calendar = schedule.days().calendar().orElseThrow().calendar();
        if (!calendar.isWorking(date)) yield List.of();
        yield date.plusDays(1).datesUntil(calendar.next(date).plusDays(1)).toList();
      }
    };
  }

  private Cause neverFor() {
    var calendar = schedule.days().calendar().orElseThrow().calendar();
    return new Cause(
        Kind.DAY_OFF,
        "its runs are for the working day before they start, and %s is no working day of calendar '%s' (%s)"
            .formatted(date, calendar.name(), calendar.dayOff(date).orElse("")));
  }

  private Optional<Cause> onTheDay() {
    var times = times(date);
    if (times.isEmpty()) return Optional.empty();
    var first = times.getFirst();
    return Optional.of(
        new Cause(
            Kind.OTHER_DATE,
            "what starts on %s itself, at %s, is for %s"
                .formatted(
                    date,
                    first.atZone(schedule.zone()).toLocalTime(),
                    schedule.businessDate(first))));
  }

  private List<Instant> times(LocalDate day) {
    return NotDue.times(schedule, day, MOST);
  }
}
