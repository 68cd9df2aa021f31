package outturn.definition.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Where Jollyday 1.8.0 differs from what the governments published.
final class Corrections {
  private static final List<String> SCOTLAND = List.of("sct");

  private Corrections() {}

  /// @param observed the holidays of a year by date, to be corrected
  static void apply(
      String country, List<String> region, int year, Map<LocalDate, String> observed) {
    switch (country) {
      case "GB" -> britain(region, year, observed);
      case "US" -> unitedStates(region, year, observed);
      default -> {}
    }
  }

  private static void britain(List<String> region, int year, Map<LocalDate, String> observed) {
    if (year == 2002) {
      // Royal Proclamation: moved for the Golden Jubilee.
      observed.remove(LocalDate.of(2002, 5, 27));
      observed.put(LocalDate.of(2002, 6, 3), "Queen's Golden Jubilee");
      observed.put(LocalDate.of(2002, 6, 4), "Spring Bank Holiday");
    }
    if (year == 2026 && region.equals(SCOTLAND)) {
      // Royal Proclamation of February 2026.
      observed.put(LocalDate.of(2026, 6, 15), "World Cup Bank Holiday");
    }
  }

  /// The law of the federation (5 U.S.C. 6103) has Columbus Day; the data leave it to the states.
  private static void unitedStates(List<String> region, int year, Map<LocalDate, String> observed) {
    if (!region.isEmpty()) return;
    observed.put(LocalDate.of(year, 10, 1).with(dayOfWeekInMonth(2, MONDAY)), "Columbus Day");
  }
}
