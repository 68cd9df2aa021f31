package outturn.definition.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A day that is taken for a holiday to see what would follow from it.
///
/// @param calendar the one in which it would be a holiday; empty for all
public record SupposedHoliday(LocalDate date, Optional<String> calendar) {
  /// `2026-12-24`, or `2026-12-24@CALENDAR`.
  ///
  /// @throws DateTimeParseException if the date is none
  public static SupposedHoliday of(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new SupposedHoliday(LocalDate.parse(text), Optional.empty())
        : new SupposedHoliday(
            LocalDate.parse(text.substring(0, at)), Optional.of(text.substring(at + 1)));
  }

  boolean isOf(String name) {
    return calendar.isEmpty() || calendar.get().equals(name);
  }

  /// As it is written.
  public String text() {
    return calendar.map(name -> date + "@" + name).orElseGet(date::toString);
  }
}
