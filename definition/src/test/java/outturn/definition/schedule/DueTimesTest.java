package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.schedule.Schedule.ClockChange;
import outturn.definition.schedule.Schedule.ClockChange.Gap;
import outturn.definition.schedule.Schedule.ClockChange.Overlap;

class DueTimesTest {

  private static final ClockChange USUAL = new ClockChange(Gap.SHIFT, Overlap.FIRST);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # New York, 2026-03-08: 02:00 to 03:00 is left out
          America/New_York,    30 2 * * *,     SHIFT, 2026-03-07T08:00:00Z, 2026-03-08T07:00:00Z 2026-03-09T06:30:00Z
          America/New_York,    30 2 * * *,     SKIP,  2026-03-07T08:00:00Z, 2026-03-09T06:30:00Z 2026-03-10T06:30:00Z
          America/New_York,    '*/20 2,3 * * *', SHIFT, 2026-03-08T06:59:59Z, 2026-03-08T07:00:00Z 2026-03-08T07:20:00Z
          America/New_York,    30 * * * *,     SHIFT, 2026-03-08T06:00:00Z, 2026-03-08T06:30:00Z 2026-03-08T07:30:00Z
          # Troll, 2026-03-29: 01:00 to 03:00
          Antarctica/Troll,    '0 1,2 * * *',    SHIFT, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z 2026-03-29T23:00:00Z
          # Lord Howe, 2026-10-04: 02:00 to 02:30
          Australia/Lord_Howe, 15 2 * * *,     SHIFT, 2026-10-03T12:00:00Z, 2026-10-03T15:30:00Z 2026-10-04T15:15:00Z
          # Apia had no 2011-12-30
          Pacific/Apia,        0 9 * * *,      SHIFT, 2011-12-29T19:00:00Z, 2011-12-30T10:00:00Z 2011-12-30T19:00:00Z
          Pacific/Apia,        0 9 * * *,      SKIP,  2011-12-29T19:00:00Z, 2011-12-30T19:00:00Z 2011-12-31T19:00:00Z
          """)
  void aLocalTimeInAGap(ZoneId zone, String cron, Gap gap, Instant after, String expected) {
    var due = nextTwo(cron, zone, new ClockChange(gap, Overlap.FIRST), after);

    assertThat(due).containsExactlyElementsOf(instants(expected));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # New York, 2026-11-01: 01:00 to 02:00 comes twice, from 05:00 and from 06:00 UTC
          30 1 * * *,    FIRST, 2026-11-01T05:30:00Z 2026-11-02T06:30:00Z
          30 1 * * *,    LAST,  2026-11-01T06:30:00Z 2026-11-02T06:30:00Z
          30 1 * * *,    BOTH,  2026-11-01T05:30:00Z 2026-11-01T06:30:00Z
          '*/30 1,2 * * *',FIRST, 2026-11-01T05:00:00Z 2026-11-01T05:30:00Z
          '*/30 1,2 * * *',LAST,  2026-11-01T06:00:00Z 2026-11-01T06:30:00Z
          30 * * * *,    FIRST, 2026-11-01T05:30:00Z 2026-11-01T06:30:00Z
          30 * * * *,    LAST,  2026-11-01T05:30:00Z 2026-11-01T06:30:00Z
          """)
  void aLocalTimeThatComesTwice(String cron, Overlap overlap, String expected) {
    var zone = ZoneId.of("America/New_York");
    var after = Instant.parse("2026-11-01T04:59:00Z");

    var due = nextTwo(cron, zone, new ClockChange(Gap.SHIFT, overlap), after);

    assertThat(due).containsExactlyElementsOf(instants(expected));
  }

  @ParameterizedTest
  @CsvSource({"Europe/London", "America/New_York", "Antarctica/Troll", "Pacific/Apia"})
  void aQuarterHourlyExpressionLeavesNoRealQuarterEmpty(ZoneId zone) {
    var at = Instant.parse("2011-01-01T00:00:00Z");
    for (var count = 0; count < 366 * 24 * 4; count++) {
      var next = DueTimes.next(Cron.parse("*/15 * * * *"), zone, USUAL, at).orElseThrow();
      assertThat(next).isEqualTo(at.plusSeconds(900));
      at = next;
    }
  }

  @Test
  void isStrictlyAfterEvenWithinASecond() {
    var utc = ZoneId.of("UTC");
    var noon = Instant.parse("2026-05-05T12:00:00Z");
    var daily = Cron.parse("0 12 * * *");

    assertThat(DueTimes.next(daily, utc, USUAL, noon.minusMillis(1))).contains(noon);
    assertThat(DueTimes.next(daily, utc, USUAL, noon.plusMillis(1)))
        .contains(Instant.parse("2026-05-06T12:00:00Z"));
  }

  @Test
  void aDayThatIsDecadesAwayIsFound() {
    var leapSunday = Cron.parse("0 0 29 2 */7");

    assertThat(
            DueTimes.next(
                leapSunday,
                ZoneId.of("Europe/Berlin"),
                USUAL,
                Instant.parse("2088-03-01T00:00:00Z")))
        .contains(Instant.parse("2128-02-28T23:00:00Z"));
  }

  private static List<Instant> nextTwo(String cron, ZoneId zone, ClockChange rule, Instant after) {
    var due = new ArrayList<Instant>();
    while (due.size() < 2) {
      due.add(
          DueTimes.next(Cron.parse(cron), zone, rule, due.isEmpty() ? after : due.getLast())
              .orElseThrow());
    }
    return due;
  }

  private static List<Instant> instants(String text) {
    return List.of(text.split(" ")).stream().map(Instant::parse).toList();
  }
}
