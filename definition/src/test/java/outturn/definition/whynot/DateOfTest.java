package outturn.definition.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.project.Projects;
import outturn.definition.schedule.Schedule;

class DateOfTest {
  private static Schedule schedule(String rules) {
    return Projects.valid(
            "w.yaml",
            """
            kind: calendar
            name: office
            week: [mon, tue, wed, thu, fri]
            off: [{date: 2026-12-25, name: Christmas Day}]
            years: {from: 2025, to: 2026}
            ---
            kind: workflow
            name: w
            timezone: Europe/London
            schedules: [{name: s, %s}]
            tasks: {t: {}}
            """
                .formatted(rules))
        .workflows()
        .find("w")
        .orElseThrow()
        .schedules()
        .getFirst();
  }

  /// 25 December 2026 is a Friday.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cron: '0 6 * * 1'                                             | 2026-11-24 | NOT_THAT_DAY | it is due at '0 6 * * 1', and not on Tuesday 2026-11-24
          cron: '0 6 * * *', start: 2026-12-01                          | 2026-11-24 | NOT_YET      | it begins at 2026-12-01T00:00
          cron: '0 6 * * *', end: 2026-11-01                            | 2026-11-24 | OVER         | it ended at 2026-11-02T00:00
          cron: '0 6 * * *', calendar: office                           | 2026-12-25 | DAY_OFF      | Friday 2026-12-25 is no working day of calendar 'office' (Christmas Day)
          cron: '0 6 25 * *', calendar: office, onNonWorkingDay: next   | 2026-12-25 | MOVED        | what is due on Friday 2026-12-25 (Christmas Day) starts on Monday 2026-12-28
          cron: '0 6 * * *', calendar: office, workingDays: [1, -1]     | 2026-12-02 | DAY_OFF      | only the working days -1, 1 of a month count, and Wednesday 2026-12-02 is none of them
          cron: '30 1 * * *', dst: {gap: skip}                          | 2026-03-29 | CLOCK_GAP    | the clock leaves out its time on 2026-03-29, and dst is gap: skip
          cron: '0 6 * * *', calendar: office                           | 2027-01-04 | UNKNOWN_YEAR | calendar 'office' does not know the year 2027, only 2025 to 2026; add that year's days to its lists and widen its years
          cron: '0 6 * * *', calendar: office, businessDate: previous-working-day | 2026-12-26 | DAY_OFF | its runs are for the working day before they start, and 2026-12-26 is no working day of calendar 'office' (not in the working week)
          """)
  void saysWhyNothingIsDue(String rules, LocalDate date, Cause.Kind kind, String text) {
    var found = DateOf.of(schedule(rules), date);

    assertThat(found.due()).isEmpty();
    assertThat(found.causes()).containsExactly(new Cause(kind, text));
  }

  @Test
  void aNightRunIsFoundByItsBusinessDate() {
    var found = DateOf.of(schedule("cron: '0 2 * * *', businessDate: previous"), date(24));

    assertThat(found.due()).extracting(Object::toString).containsExactly("2026-11-25T02:00:00Z");
    assertThat(found.causes())
        .containsExactly(
            new Cause(
                Cause.Kind.OTHER_DATE,
                "what starts on 2026-11-24 itself, at 02:00, is for 2026-11-23"));
  }

  @Test
  void theRunForAFridayIsDueOnTheMonday() {
    var rules = "cron: '0 2 * * *', calendar: office, businessDate: previous-working-day";

    assertThat(DateOf.of(schedule(rules), date(20)).due())
        .extracting(Object::toString)
        .containsExactly("2026-11-23T02:00:00Z");
  }

  private static LocalDate date(int day) {
    return LocalDate.of(2026, 11, day);
  }
}
