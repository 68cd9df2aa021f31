package outturn.definition.calendar;

import java.time.LocalDate;
import java.util.Optional;

/// A day that is taken for a holiday to see what would follow from it.
///
/// @param calendar the one in which it would be a holiday; empty for all
public record SupposedHoliday(LocalDate date, Optional<String> calendar) {
  boolean isOf(String name) {
    return calendar.isEmpty() || calendar.get().equals(name);
  }
}
