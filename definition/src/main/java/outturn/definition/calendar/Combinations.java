package outturn.definition.calendar;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.definition.reference.Circle;
import outturn.definition.shape.Placed;
import outturn.definition.text.Problems;

/// Makes the calendars that are combined of others, when all are read.
public final class Combinations {
  /// Each question goes down through all of them.
  private static final int DEEPEST = 32;

  private final Map<String, WrittenCalendar> written;
  private final Problems problems;
  private final Map<String, Optional<WorkingDays>> made = new HashMap<>();

  private Combinations(Map<String, WrittenCalendar> written, Problems problems) {
    this.written = written;
    this.problems = problems;
  }

  /// All of them; one that cannot be made gets an empty week in its place, and a problem is told
  /// here or when the names are looked up.
  ///
  /// @param written by name
  public static Map<String, WorkingDays> make(
      Map<String, WrittenCalendar> written, Problems problems) {
    var combinations = new Combinations(written, problems);
    var circle = combinations.hasCircle();
    var days = new LinkedHashMap<String, WorkingDays>();
    for (var name : written.keySet()) {
      var made = circle ? Optional.<WorkingDays>empty() : combinations.days(name, 0);
      days.put(name, made.orElseGet(() -> inPlace(name)));
    }
    return days;
  }

  private static WorkingDays inPlace(String name) {
    return new WorkingDays(
        name, name, KnownYears.ALL, new OwnDays(Set.of(), List.of(), Map.of(), Set.of()));
  }

  private boolean hasCircle() {
    var edges = new LinkedHashMap<String, List<String>>();
    written.forEach(
        (name, calendar) -> edges.put(name, parts(calendar).stream().map(Placed::value).toList()));
    var circle = Circle.in(edges);
    circle.ifPresent(this::tell);
    return circle.isPresent();
  }

  private static List<Placed<String>> parts(WrittenCalendar calendar) {
    return switch (calendar) {
      case WrittenCalendar.Own own -> List.of();
      case WrittenCalendar.Combined combined -> combined.parts();
    };
  }

  private void tell(List<String> circle) {
    var last = Optional.ofNullable(written.get(circle.get(circle.size() - 2))).orElseThrow();
    var closing =
        parts(last).stream()
            .filter(part -> part.value().equals(circle.getLast()))
            .findFirst()
            .orElseThrow();
    problems.add(
        closing.position(),
        "cycle",
        "calendars are made of each other in a circle: " + String.join(" of ", circle),
        "take one of these away");
  }

  private Optional<WorkingDays> days(String name, int depth) {
    var known = made.get(name);
    if (known != null) return known;
    var days =
        switch (written.get(name)) {
          case null -> Optional.<WorkingDays>empty();
          case WrittenCalendar.Own own -> Optional.of(own.days());
          case WrittenCalendar.Combined combined -> combined(combined, depth);
        };
    made.put(name, days);
    return days;
  }

  private Optional<WorkingDays> combined(WrittenCalendar.Combined calendar, int depth) {
    if (depth >= DEEPEST) return tooDeep(calendar);
    var parts =
        calendar.parts().stream().flatMap(part -> days(part.value(), depth + 1).stream()).toList();
    if (parts.size() < calendar.parts().size() || parts.size() < 2) return Optional.empty();
    var years = Optional.of(KnownYears.ALL);
    for (var part : parts) years = years.flatMap(part.years()::and);
    if (years.isEmpty()) {
      problems.add(
          calendar.position(),
          "no-common-year",
          "there is no year that all of these know: " + told(parts),
          "complete the lists of the parts for the same years");
      return Optional.empty();
    }
    var rule = new Combination(calendar.how(), parts);
    if (rule.depth() > DEEPEST) return tooDeep(calendar);
    var days = new WorkingDays(calendar.name(), calendar.title(), years.get(), rule);
    if (days.hasWorkingDay()) return Optional.of(days);
    problems.add(
        calendar.position(),
        "no-working-day",
        "no day of calendar '%s' is a working day".formatted(calendar.name()),
        "look at the days of its parts");
    return Optional.empty();
  }

  private Optional<WorkingDays> tooDeep(WrittenCalendar.Combined calendar) {
    problems.add(
        calendar.position(),
        "too-deep",
        "calendars are made of each other more than %d deep".formatted(DEEPEST),
        "combine the plain ones directly");
    return Optional.empty();
  }

  private static String told(List<WorkingDays> parts) {
    return String.join(
        ", ", parts.stream().map(part -> "%s %s".formatted(part.name(), part.years())).toList());
  }
}
