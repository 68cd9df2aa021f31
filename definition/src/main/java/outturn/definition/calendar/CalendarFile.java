package outturn.definition.calendar;

import biweekly.ICalendar;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.shape.Placed;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// An iCalendar file (RFC 5545) whose events are days off.
public final class CalendarFile {
  /// A file of 1 MB may say "every day" many thousand times.
  private static final int MOST_DAYS = 100_000;

  /// The properties that say when an event is. A warning about one of these means that a day off
  /// would be at another date or missing.
  private static final Set<String> TIMES =
      Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID");

  /// No VTIMEZONE for a TZID: the zone is then taken by its name.
  private static final int ZONE_BY_NAME = 37;

  private final Placed<String> path;
  private final Problems problems;
  private final List<CalendarEvent> events = new ArrayList<>();

  private CalendarFile(Placed<String> path, Problems problems) {
    this.path = path;
    this.problems = problems;
  }

  /// The names of the days off within some years; none after a problem was told.
  ///
  /// @param name of the file, for problems
  public static SortedMap<LocalDate, String> daysOff(
      String name, byte[] bytes, KnownYears within, Problems problems) {
    return read(new Placed<>(name, new Position(name, 1, 1)), bytes, problems)
        .map(file -> file.days(within))
        .orElseGet(TreeMap::new);
  }

  /// Empty after a problem was told.
  ///
  /// @param path with its place in the calendar
  static Optional<CalendarFile> read(Placed<String> path, byte[] bytes, Problems problems) {
    var before = problems.size();
    var file = new CalendarFile(path, problems);
    try (var reader = new ICalReader(new ByteArrayInputStream(bytes))) {
      reader.setDefaultTimezone(PlainDates.ZONE);
      var calendars = 0;
      for (var next = reader.readNext(); next != null; next = reader.readNext()) {
        calendars++;
        reader.getWarnings().forEach(file::tell);
        if (problems.size() == before) file.add(next);
      }
      if (calendars == 0) {
        file.tellUnusable("is no iCalendar file");
      } else if (file.events.isEmpty() && problems.size() == before) {
        file.tellUnusable("has no events");
      }
    } catch (IOException | RuntimeException malformed) {
      file.tellUnusable("cannot be read as iCalendar: " + malformed.getMessage());
    }
    return problems.size() == before ? Optional.of(file) : Optional.empty();
  }

  private void add(ICalendar calendar) {
    for (var event : calendar.getEvents()) {
      try {
        CalendarEvent.of(event, calendar.getTimezoneInfo()).ifPresent(events::add);
      } catch (DateTimeException | IllegalArgumentException malformed) {
        tell(0, String.valueOf(malformed.getMessage()));
      }
    }
    var replacing = events.stream().filter(CalendarEvent::isReplacement).toList();
    for (var event : events) {
      replacing.stream().filter(other -> other.replaces(event)).forEach(event::without);
    }
  }

  private void tell(ParseWarning warning) {
    var property = warning.getPropertyName();
    var code = warning.getCode();
    if (property == null || !TIMES.contains(property)) return;
    if (code != null && code == ZONE_BY_NAME) return;
    var line = warning.getLineNumber();
    tell(line == null ? 0 : line, property + ": " + warning.getMessage());
  }

  private void tell(int line, String what) {
    problems.add(
        new Position(path.value(), Math.max(1, line), 1),
        "bad-calendar-file",
        what,
        "correct or remove the event");
  }

  private void tellUnusable(String what) {
    problems.add(
        path.position(),
        "bad-calendar-file",
        "'%s' %s".formatted(path.value(), what),
        "export the calendar as .ics and put that file there");
  }

  /// Whether an event is repeated without an end, so that the file itself tells no last year.
  boolean isEndless() {
    return events.stream().anyMatch(CalendarEvent::isEndless);
  }

  /// The names of the days off within some years; none after a problem was told.
  SortedMap<LocalDate, String> days(KnownYears within) {
    var days = new TreeMap<LocalDate, String>();
    var left = MOST_DAYS;
    for (var event : events) {
      var occurrences = occurrences(event, within.last(), left / event.length() + 1);
      left -= occurrences.size() * event.length();
      if (left < 0) {
        tellUnusable("has more than %d days off".formatted(MOST_DAYS));
        return new TreeMap<>();
      }
      for (var first : occurrences) {
        first
            .datesUntil(first.plusDays(event.length()))
            .filter(day -> within.contains(day.getYear()))
            .forEach(day -> days.putIfAbsent(day, event.name()));
      }
    }
    return days;
  }

  private List<LocalDate> occurrences(CalendarEvent event, int lastYear, int most) {
    try {
      return event.occurrences(lastYear, most);
    } catch (RuntimeException malformed) {
      tell(0, "the event '%s' cannot be repeated: %s".formatted(event.name(), malformed));
      return List.of();
    }
  }
}
