package outturn.definition.ahead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.schedule.Cron;
import outturn.definition.schedule.Schedule;

/// Counts the due times of a schedule in a local day.
final class Day {
  private final Schedule schedule;
  private @Nullable Full full;

  Day(Schedule schedule) {
    this.schedule = schedule;
  }

  /// Due times of one day.
  record Count(Instant first, Instant last, int number) {}

  /// A day that was counted, by its first and its last local time.
  private record Full(LocalTime first, LocalTime last, int number) {}

  /// The first due times of a day.
  ///
  /// @param times one more than `most` at most
  /// @param next the due time after them, if that was looked for and there is one
  record First(List<Instant> times, Optional<Instant> next) {}

  /// @param end of the day, or of what is asked about
  First first(Instant first, Instant end, int most) {
    var found = new ArrayList<>(List.of(first));
    while (found.size() <= most) {
      var next = next(found.getLast());
      if (next.isEmpty() || !next.get().isBefore(end)) return new First(found, next);
      found.add(next.get());
    }
    return new First(found, Optional.empty());
  }

  /// All due times of a day.
  Count count(Instant first, Instant end) {
    var known = likeBefore(first, end);
    if (known.isPresent()) return known.get();
    var last = first;
    var number = 1;
    for (var next = next(last);
        next.isPresent() && next.get().isBefore(end);
        next = next(next.get())) {
      last = next.get();
      number++;
    }
    if (!isChanged(first, end)) full = new Full(local(first), local(last), number);
    return new Count(first, last, number);
  }

  /// On all its days a cron expression has the same times: where first and last agree, and no clock
  /// change lies between, those between them agree.
  private Optional<Count> likeBefore(Instant first, Instant end) {
    var before = full;
    if (before == null || !(schedule.timing() instanceof Cron)) return Optional.empty();
    if (!before.first().equals(local(first)) || isChanged(first, end)) return Optional.empty();
    var last = first.atZone(schedule.zone()).with(before.last()).toInstant();
    if (!last.isBefore(end)) return Optional.empty();
    if (next(last.minusNanos(1)).filter(last::equals).isEmpty()) return Optional.empty();
    var beyond = next(last).filter(end::isAfter);
    return beyond.isPresent()
        ? Optional.empty()
        : Optional.of(new Count(first, last, before.number()));
  }

  private boolean isChanged(Instant from, Instant to) {
    var change = schedule.zone().getRules().nextTransition(from.minusSeconds(1));
    return change != null && change.getInstant().isBefore(to);
  }

  private Optional<Instant> next(Instant after) {
    try {
      return schedule.next(after);
    } catch (UnknownYear unknown) {
      return Optional.empty();
    }
  }

  private LocalTime local(Instant time) {
    return time.atZone(schedule.zone()).toLocalTime();
  }

  /// When the local day of a time ends.
  static Instant end(Instant time, Schedule schedule) {
    return start(date(time, schedule).plusDays(1), schedule);
  }

  static Instant start(LocalDate date, Schedule schedule) {
    return date.atStartOfDay(schedule.zone()).toInstant();
  }

  static LocalDate date(Instant time, Schedule schedule) {
    return time.atZone(schedule.zone()).toLocalDate();
  }
}
