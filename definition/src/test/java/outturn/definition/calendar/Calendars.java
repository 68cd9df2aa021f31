package outturn.definition.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import outturn.definition.project.Projects;

/// Calendars written in tests.
final class Calendars {
  /// Every weekday is worked, so that only what is listed is off.
  static final String EVERY_DAY = "week: [mon, tue, wed, thu, fri, sat, sun]\n";

  private Calendars() {}

  /// A calendar of such keys.
  static WorkingDays of(String keys) {
    return named("days", "kind: calendar\nname: days\n" + keys);
  }

  /// A calendar among others, and other files; names and texts in turn.
  static WorkingDays named(String name, String documents, String... namesAndTexts) {
    var files =
        Stream.concat(Stream.of("calendars.yaml", documents), Stream.of(namesAndTexts))
            .toArray(String[]::new);
    return Projects.valid(files).calendars().find(name).orElseThrow();
  }

  /// What is wrong with a calendar of such keys.
  static String problems(String keys, String... namesAndTexts) {
    var files =
        Stream.concat(
                Stream.of("calendars.yaml", "kind: calendar\nname: days\n" + keys),
                Stream.of(namesAndTexts))
            .toArray(String[]::new);
    return Projects.problems(files);
  }

  static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  /// The days off of a year, as `05-01`.
  static List<String> off(WorkingDays days, int year) {
    return Year.of(year)
        .atDay(1)
        .datesUntil(Year.of(year + 1).atDay(1))
        .filter(day -> days.dayOff(day).isPresent())
        .map(day -> day.toString().substring(5))
        .toList();
  }

  /// @param expected as `05-01`, in order
  static void assertOff(WorkingDays days, int year, String expected) {
    assertThat(String.join(" ", off(days, year)))
        .as("%s in %d", days.title(), year)
        .isEqualTo(expected);
  }
}
