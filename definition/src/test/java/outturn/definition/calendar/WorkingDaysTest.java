package outturn.definition.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outturn.definition.calendar.Calendars.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private final WorkingDays england =
      Calendars.of("title: England\nholidays: {country: GB, region: ENG}");

  private LocalDate nth(String month, int number) {
    return england.nthOfMonth(YearMonth.parse(month), number).orElseThrow();
  }

  @Test
  void aCalendarWithoutKeysWorksFromMondayToFridayInAllYears() {
    var days = Calendars.of("");
    assertThat(days.isWorking(date("2026-07-03"))).isTrue();
    assertThat(days.dayOff(date("2026-07-04"))).contains("not in the working week");
    assertThat(days.isWorking(date("1815-06-19"))).isTrue();
    assertThat(days.years()).isEqualTo(KnownYears.ALL);
    assertThat(days.title()).isEqualTo("days");
  }

  @Test
  void theNextDayIsAfterAndThePreviousBefore() {
    assertThat(england.next(date("2026-12-24"))).isEqualTo("2026-12-29");
    assertThat(england.previous(date("2026-12-29"))).isEqualTo("2026-12-24");
    assertThat(england.nextOrSame(date("2026-12-24"))).isEqualTo("2026-12-24");
    assertThat(england.nextOrSame(date("2026-12-25"))).isEqualTo("2026-12-29");
    assertThat(england.previousOrSame(date("2026-12-28"))).isEqualTo("2026-12-24");
  }

  @Test
  void aShiftCountsWorkingDaysAndNotTheStart() {
    assertThat(england.plus(date("2026-04-02"), 1)).isEqualTo("2026-04-07");
    assertThat(england.plus(date("2026-04-02"), 5)).isEqualTo("2026-04-13");
    assertThat(england.plus(date("2026-04-07"), -2)).isEqualTo("2026-04-01");
    assertThat(england.plus(date("2026-07-04"), 1)).isEqualTo("2026-07-06");
    assertThat(england.plus(date("2026-07-04"), -1)).isEqualTo("2026-07-03");
    assertThat(england.plus(date("2026-07-04"), 0)).isEqualTo("2026-07-04");
  }

  @Test
  void workingDaysOfAMonthAreCountedFromBothEnds() {
    assertThat(nth("2024-03", -1)).isEqualTo("2024-03-28");
    assertThat(nth("2027-12", -1)).isEqualTo("2027-12-31");
    assertThat(nth("2027-12", -4)).isEqualTo("2027-12-24");
    assertThat(nth("2026-01", 1)).isEqualTo("2026-01-02");
    assertThat(nth("2027-01", 3)).isEqualTo("2027-01-06");
    assertThat(england.nthOfMonth(YearMonth.parse("2026-02"), 20)).contains(date("2026-02-27"));
    assertThat(england.nthOfMonth(YearMonth.parse("2026-02"), 21)).isEmpty();
    assertThat(england.nthOfMonth(YearMonth.parse("2026-02"), Integer.MIN_VALUE)).isEmpty();
    assertThatThrownBy(() -> nth("2026-02", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFirstWorkingMondayAfterAHolidayIsFound() {
    var monday = date("2026-04-03").with(next(MONDAY));
    while (!england.isWorking(monday)) monday = monday.with(next(MONDAY));
    assertThat(monday).isEqualTo("2026-04-13");
  }

  @Test
  void theThirdFridayMovesBeforeAHoliday() {
    var third = date("2025-04-01").with(dayOfWeekInMonth(3, FRIDAY));
    assertThat(england.dayOff(third)).contains("Good Friday");
    assertThat(england.previousOrSame(third)).isEqualTo("2025-04-17");
  }

  @Test
  void ownDaysOffHaveNamesAndDaysOnWinOverEverything() {
    var days =
        Calendars.of(
            """
            holidays: {country: GB, region: ENG}
            off: [2026-12-24, {from: 2026-12-28, to: 2026-12-31, name: Company shutdown}, {date: 2026-06-01, name: Moving house}]
            on: [2026-05-02, 2026-05-25]
            """);
    assertThat(days.dayOff(date("2026-12-24"))).contains("listed as a day off");
    assertThat(days.dayOff(date("2026-12-28"))).contains("Company shutdown");
    assertThat(days.dayOff(date("2026-12-31"))).contains("Company shutdown");
    assertThat(days.dayOff(date("2026-06-01"))).contains("Moving house");
    assertThat(days.isWorking(date("2026-05-02"))).as("a Saturday").isTrue();
    assertThat(days.isWorking(date("2026-05-25"))).as("Spring Bank Holiday").isTrue();
    assertThat(days.dayOff(date("2026-05-25"))).isEmpty();
  }

  @Test
  void aYearOfWhichTheListsSayNothingIsNotGuessed() {
    var days = Calendars.of("off: [2025-12-24]\non: [{date: 2026-05-02}]\n");
    assertThat(days.years()).isEqualTo(new KnownYears(2025, 2026));
    assertThatThrownBy(() -> days.isWorking(date("2027-01-01")))
        .isInstanceOf(UnknownYear.class)
        .hasMessage(
            "calendar 'days' does not know the year 2027, only 2025 to 2026; add that year's days to its lists and widen its years");
    assertThatThrownBy(() -> days.next(date("2026-12-31"))).isInstanceOf(UnknownYear.class);
    assertThatThrownBy(() -> days.plus(date("2026-01-01"), Integer.MIN_VALUE))
        .isInstanceOf(UnknownYear.class);
    assertThatThrownBy(() -> days.dayOff(date("2024-12-31")))
        .isInstanceOfSatisfying(
            UnknownYear.class,
            unknown -> {
              assertThat(unknown.calendar()).isEqualTo("days");
              assertThat(unknown.year()).isEqualTo(2024);
            });
  }

  @Test
  void writtenYearsAreTheBound() {
    var days = Calendars.of("off: [2026-12-24]\nyears: {from: 2024, to: 2030}\n");
    assertThat(days.isWorking(date("2030-12-24"))).isTrue();
    assertThatThrownBy(() -> days.isWorking(date("2031-01-02"))).isInstanceOf(UnknownYear.class);
  }

  @Test
  void listsAndPublicHolidaysKnowTheirCommonYears() {
    assertThat(Calendars.of("holidays: {country: DE}\noff: [2026-12-24, 2030-12-24]").years())
        .isEqualTo(new KnownYears(2026, 2030));
    assertThatThrownBy(() -> england.isWorking(date("2036-01-02")))
        .hasMessageContaining("only 2000 to 2035");
  }

  @Test
  void aWeekMayBeEmptyWhenDaysAreListed() {
    var days = Calendars.of("week: []\non: [2026-01-15, 2026-02-16]\n");
    assertThat(days.next(date("2026-01-15"))).isEqualTo("2026-02-16");
    assertThatThrownBy(() -> days.next(date("2026-02-16"))).isInstanceOf(UnknownYear.class);
  }

  @Test
  void aThousandWorkflowsMayAskForAYear() {
    var worked = new AtomicInteger();
    IntStream.range(0, 1000)
        .parallel()
        .forEach(workflow ->
            date("2026-01-01")
                .datesUntil(date("2027-01-01"))
                .filter(england::isWorking)
                .forEach(day -> worked.incrementAndGet()));
    assertThat(worked).hasValue(253_000);
  }

  @Test
  void combinationsWorkAsTheirWordsSay() {
    var documents =
        """
        {kind: calendar, name: early, week: [mon, tue, wed]}
        ---
        {kind: calendar, name: late, week: [wed, thu], off: [{date: 2026-07-01, name: Stocktaking}], years: {from: 2026, to: 2028}}
        ---
        {kind: calendar, name: any, title: Any, union: [early, late]}
        ---
        {kind: calendar, name: both, intersection: [early, late]}
        ---
        {kind: calendar, name: less, minus: [early, late]}
        ---
        {kind: calendar, name: nested, minus: [any, both, less]}
        """;
    var week = List.of("2026-07-06", "2026-07-07", "2026-07-08", "2026-07-09", "2026-07-10");
    assertThat(week).filteredOn(day -> works("any", documents, day)).isEqualTo(week.subList(0, 4));
    assertThat(week).filteredOn(day -> works("both", documents, day)).containsExactly(week.get(2));
    assertThat(week).filteredOn(day -> works("less", documents, day)).isEqualTo(week.subList(0, 2));
    assertThat(week)
        .filteredOn(day -> works("nested", documents, day))
        .containsExactly(week.get(3));
    var both = Calendars.named("both", documents);
    assertThat(both.dayOff(date("2026-07-01"))).contains("Stocktaking");
    assertThat(Calendars.named("less", documents).dayOff(date("2026-07-08")))
        .contains("a working day of late");
    assertThat(Calendars.named("any", documents).dayOff(date("2026-07-10")))
        .contains("not in the working week");
    assertThat(both.years()).isEqualTo(new KnownYears(2026, 2028));
    assertThatThrownBy(() -> both.isWorking(date("2029-01-01")))
        .hasMessageContaining("it knows the years that all of its parts know");
  }

  private static boolean works(String name, String documents, String day) {
    return Calendars.named(name, documents).isWorking(date(day));
  }
}
