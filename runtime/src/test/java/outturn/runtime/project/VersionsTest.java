package outturn.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.runtime.AppliedProject;

class VersionsTest {
  @Test
  void aCalendarIsMadeOfTheFilesThatWereApplied() {
    try (var applied = new AppliedProject(Instant.parse("2026-03-02T08:00:00Z"))) {
      var version =
          applied.apply(
              0,
              Map.of(
                  "outturn.yaml",
                  "{kind: project, name: shop}",
                  "days.yaml",
                  """
                  kind: calendar
                  name: open
                  holidays: {country: GB, region: ENG}
                  file: closed.ics
                  """,
                  "closed.ics",
                  """
                  BEGIN:VCALENDAR
                  VERSION:2.0
                  BEGIN:VEVENT
                  DTSTART;VALUE=DATE:20260703
                  SUMMARY:Stocktaking
                  END:VEVENT
                  END:VCALENDAR
                  """));
      var days = applied.versions.project(version).calendars().find("open").orElseThrow();
      assertThat(days.dayOff(LocalDate.of(2026, 7, 3))).contains("Stocktaking");
      assertThat(days.next(LocalDate.of(2026, 12, 24))).isEqualTo("2026-12-29");
    }
  }
}
