package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.project.Projects;

/// Schedules as files have them, and when they are due.
class ScheduleTest {

  /// London's clock goes from 01:00 to 02:00 on 2026-03-29, and from 02:00 back on 2026-10-25.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Even time is not touched by clock changes.
          every: 24h, start: 2026-03-28                       | 2026-03-01T00:00:00Z | 2026-03-28T00:00:00Z 2026-03-29T00:00:00Z 2026-03-30T00:00:00Z
          every: 12h, start: '2026-10-24T12:00'               | 2026-10-24T11:00:00Z | 2026-10-24T23:00:00Z 2026-10-25T11:00:00Z
          every: 90m, start: '2026-01-01T00:30'               | 2026-01-01T00:29:59Z | 2026-01-01T00:30:00Z 2026-01-01T02:00:00Z
          every: 5d                                           | 2000-01-05T23:59:59Z | 2000-01-06T00:00:00Z 2000-01-11T00:00:00Z
          every: 5d                                           | 1999-12-31T12:00:00Z | 2000-01-01T00:00:00Z 2000-01-06T00:00:00Z
          every: 1500ms, start: 2026-01-01                    | 2026-01-01T00:00:01Z | 2026-01-01T00:00:01.500Z 2026-01-01T00:00:03Z
          every: 1h, start: 2026-01-01, end: '2026-01-01T02:00' | 2025-01-01T00:00:00Z | 2026-01-01T00:00:00Z 2026-01-01T01:00:00Z end
          every: 12h, start: 2026-01-01, end: 2026-01-01      | 2025-01-01T00:00:00Z | 2026-01-01T00:00:00Z 2026-01-01T12:00:00Z end
          # A start in the gap is moved by its length, and one that comes twice is its first pass.
          every: 1h, start: '2026-03-29T01:30'                | 2026-03-01T00:00:00Z | 2026-03-29T01:30:00Z 2026-03-29T02:30:00Z
          every: 1h, start: '2026-10-25T01:30'                | 2026-10-01T00:00:00Z | 2026-10-25T00:30:00Z 2026-10-25T01:30:00Z
          """)
  void isDueEvenly(String timing, Instant after, String expected) {
    assertDue(timing, after, expected);
  }

  /// The same clock changes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at: '2026-12-24T18:00'                              | 2026-01-01T00:00:00Z | 2026-12-24T18:00:00Z end
          at: '2026-07-24T18:00:30'                           | 2026-01-01T00:00:00Z | 2026-07-24T17:00:30Z end
          at: ['2026-12-24T18:00', '2026-07-24T18:00']        | 2026-01-01T00:00:00Z | 2026-07-24T17:00:00Z 2026-12-24T18:00:00Z end
          at: ['2026-12-24T18:00', '2026-07-24T18:00']        | 2026-12-24T18:00:00Z | end
          at: '2026-03-29T01:30'                              | 2026-01-01T00:00:00Z | 2026-03-29T01:00:00Z end
          at: '2026-03-29T01:30', dst: {gap: skip}            | 2026-01-01T00:00:00Z | end
          at: '2026-10-25T01:30', dst: {overlap: both}        | 2026-01-01T00:00:00Z | 2026-10-25T00:30:00Z 2026-10-25T01:30:00Z end
          at: ['2026-01-01T09:00', '2026-02-01T09:00'], end: 2026-01-31 | 2025-01-01T00:00:00Z | 2026-01-01T09:00:00Z end
          cron: '0 9 * * *', start: '2026-01-05T09:00', end: 2026-01-06 | 2025-01-01T00:00:00Z | 2026-01-05T09:00:00Z 2026-01-06T09:00:00Z end
          cron: '0 9 * * *', end: '2026-01-02T09:00'          | 2026-01-01T00:00:00Z | 2026-01-01T09:00:00Z end
          cron: '0 9 * * *', start: 2326-01-01                | 2026-01-01T00:00:00Z | 2326-01-01T09:00:00Z 2326-01-02T09:00:00Z
          """)
  void isDueAtItsTimesFromStartToEnd(String timing, Instant after, String expected) {
    assertDue(timing, after, expected);
  }

  /// The same clock changes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # The last working day.
          rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=18' | 2026-01-01T00:00:00Z | 2026-01-30T18:00:00Z 2026-02-27T18:00:00Z 2026-03-31T17:00:00Z
          rrule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=2', start: '2026-03-19T10:00' | 2026-01-01T00:00:00Z | 2026-03-19T10:00:00Z 2026-04-02T09:00:00Z end
          rrule: 'FREQ=DAILY;BYHOUR=1;BYMINUTE=30'            | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z 2026-03-30T00:30:00Z
          rrule: 'FREQ=DAILY;BYHOUR=1;BYMINUTE=30', dst: {gap: skip} | 2026-03-28T12:00:00Z | 2026-03-30T00:30:00Z 2026-03-31T00:30:00Z
          rrule: 'FREQ=DAILY;BYHOUR=1;BYMINUTE=30', dst: {overlap: last} | 2026-10-24T12:00:00Z | 2026-10-25T01:30:00Z 2026-10-26T01:30:00Z
          # Every hour of the clock on the wall, in both passes, and none for what was left out.
          rrule: 'FREQ=HOURLY'                                | 2026-10-24T23:30:00Z | 2026-10-25T00:00:00Z 2026-10-25T01:00:00Z 2026-10-25T02:00:00Z
          rrule: 'FREQ=HOURLY'                                | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z 2026-03-29T02:00:00Z
          rrule: 'FREQ=MINUTELY;BYMINUTE=0;BYHOUR=1,2'        | 2026-10-24T12:00:00Z | 2026-10-25T00:00:00Z 2026-10-25T02:00:00Z
          rrule: 'FREQ=DAILY;UNTIL=20260329T005959Z;BYHOUR=1' | 2026-03-27T12:00:00Z | 2026-03-28T01:00:00Z end
          """)
  void isDueByItsRule(String timing, Instant after, String expected) {
    assertDue(timing, after, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cron: '0 9 * * *'                            | 0 9 * * *
          every: 90m                                   | every 90m
          at: '2026-12-24T18:00:00'                    | at 2026-12-24T18:00
          at: ['2026-12-24T18:00', '2026-07-24T18:00'] | at 2026-07-24T18:00, 2026-12-24T18:00
          rrule: 'FREQ=MONTHLY;BYDAY=3FR'              | FREQ=MONTHLY;BYDAY=3FR
          """)
  void saysWhenItIsDueInOneLine(String timing, String text) {
    assertThat(schedule(timing).timing().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          timezone: UTC                        | 4:5 missing-key
          cron: '0 9 * * *', every: 1h         | 4:34 one-of
          every: 1h, at: 2026-01-01T09:00, rrule: FREQ=DAILY | 4:15 one-of 4:26 one-of
          cron: '0 9 * * 8'                    | 4:30 bad-cron
          rrule: FREQ=DAILY;BYHOUR=24          | 4:40 bad-rrule
          rrule: FREQ=DAILY;COUNT=3            | 4:33 bad-rrule
          rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | 4:22 never-due
          every: 500ms                         | 4:22 bad-duration
          every: soon                          | 4:22 bad-duration
          every: 10                            | 4:22 bad-duration
          at: []                               | 4:19 empty
          at: 2026-01-01                       | 4:19 bad-time
          at: 2026-02-30T09:00                 | 4:19 bad-time
          at: 2026-01-01T09:00Z                | 4:19 bad-time
          at: 2026-01-01T09:00:00.5            | 4:19 bad-time
          at: [2026-01-01T09:00, noon]         | 4:38 bad-time
          every: 1h, start: 2026-13-01         | 4:33 bad-time
          rrule: FREQ=DAILY;INTERVAL=2, start: soon | 4:52 bad-time
          every: 1h, start: 2026-01-02, end: 2026-01-01 | 4:50 not-in-order
          every: 1h, start: 2026-01-02, end: 2026-01-02 |
          """)
  void aMistakeIsTold(String timing, String told) {
    var problems = Projects.problems("w.yaml", workflow(timing));

    assertThat(problems.replaceAll("(?m)^w.yaml:(\\S+): (\\S+):.*$", "$1 $2").replace('\n', ' '))
        .as(problems)
        .isEqualTo(Optional.ofNullable(told).orElse(""));
  }

  @Test
  void whatHasNoTimingIsToldTheFour() {
    assertThat(Projects.problems("w.yaml", workflow("timezone: UTC")))
        .contains("a schedule needs one of the keys 'cron', 'rrule', 'every' and 'at'")
        .contains("say when it is due, for example cron: \"0 2 * * *\" or every: 90m");
  }

  @Test
  void anIntervalBelowASecondIsNone() {
    assertThatThrownBy(() -> new Every("999ms", Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new At(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aScheduleWithoutAZoneOfItsOwnHasThatOfItsWorkflow() {
    assertThat(schedule("every: 1d").zone()).isEqualTo(ZoneId.of("Europe/London"));
  }

  private static void assertDue(String timing, Instant after, String expected) {
    var due = List.of(expected.split(" "));
    assertThat(next(schedule(timing), after, due.size())).containsExactlyElementsOf(due);
  }

  private static List<String> next(Schedule schedule, Instant after, int count) {
    var due = new ArrayList<String>();
    var from = after;
    while (due.size() < count) {
      var next = schedule.next(from);
      due.add(next.map(Instant::toString).orElse("end"));
      if (next.isEmpty()) break;
      from = next.get();
    }
    return due;
  }

  private static Schedule schedule(String timing) {
    return Projects.valid("w.yaml", workflow(timing))
        .workflows()
        .find("w")
        .orElseThrow()
        .schedules()
        .getFirst();
  }

  private static String workflow(String timing) {
    return """
    kind: workflow
    name: w
    schedules:
      - {name: s, %s}
    tasks: {load: {shell: echo}}
    timezone: Europe/London
    """
        .formatted(timing);
  }
}
