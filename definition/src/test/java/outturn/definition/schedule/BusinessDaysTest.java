package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.project.Projects;

/// The days that businesses ask for, in England: holidays as GOV.UK publishes them.
class BusinessDaysTest {
  private static final String CALENDARS =
      """
      {kind: calendar, name: england, holidays: {country: GB, region: ENG}}
      ---
      {kind: calendar, name: mondays, week: [mon], holidays: {country: GB, region: ENG}}
      ---
      """;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026, 01-30 02-27 03-31 04-30 05-29 06-30 07-31 08-28 09-30 10-30 11-30 12-31
          2027, 01-29 02-26 03-31 04-30 05-28 06-30 07-30 08-31 09-30 10-29 11-30 12-31
          2029, 01-31 02-28 03-29 04-30 05-31 06-29 07-31 08-31 09-28 10-31 11-30 12-31
          """)
  void theLastWorkingDayOfEachMonth(int year, String days) {
    assertDays(
        "cron: \"0 18 * * *\", calendar: england, workingDays: -1", year + "-01-01", year, days);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2025, 01-17 02-21 03-21 04-17 05-16 06-20 07-18 08-15 09-19 10-17 11-21 12-19
          2026, 01-16 02-20 03-20 04-17 05-15 06-19 07-17 08-21 09-18 10-16 11-20 12-18
          2030, 01-18 02-15 03-15 04-18 05-17 06-21 07-19 08-16 09-20 10-18 11-15 12-20
          """)
  void theThirdFridayOrTheWorkingDayBefore(int year, String days) {
    assertDays(
        "cron: \"0 18 * * fri#3\", calendar: england, onNonWorkingDay: previous",
        year + "-01-01",
        year,
        days);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          New Year,      2026-01-01, 01-05
          Good Friday,   2026-04-03, 04-13
          Easter Monday, 2026-04-06, 04-13
          Early May,     2026-05-04, 05-11
          Spring,        2026-05-25, 06-01
          Summer,        2026-08-31, 09-07
          Good Friday,   2027-03-26, 04-05
          Christmas,     2029-12-25, 12-31
          """)
  void theFirstMondayAfterAHolidayThatIsNoHolidayItself(
      String holiday, LocalDate date, String monday) {
    assertDays(
        "at: %sT18:00, calendar: mondays, onNonWorkingDay: next".formatted(date),
        date.toString(),
        date.getYear(),
        monday);
  }

  private static void assertDays(String keys, String from, int year, String expected) {
    var text =
        CALENDARS
            + "{kind: workflow, name: w, schedules: [{name: s, %s}], tasks: {t: {}}}"
                .formatted(keys);
    var schedule =
        Projects.valid("p.yaml", text).workflows().all().iterator().next().schedules().getFirst();
    var after = LocalDate.parse(from).atStartOfDay(ZoneOffset.UTC).toInstant();
    var days = new ArrayList<String>();
    for (int count = 0; count < expected.split(" ", -1).length; count++) {
      after = schedule.next(after).orElseThrow();
      var day = after.atZone(ZoneOffset.UTC).toLocalDate();
      assertThat(day.getYear()).isEqualTo(year);
      days.add(day.toString().substring(5));
    }
    assertThat(days).isEqualTo(List.of(expected.split(" ", -1)));
  }
}
