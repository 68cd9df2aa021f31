package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /// The examples of RFC 5545, section 3.8.5.3; they begin at 9:00.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY;COUNT=4                                          | 1997-09-02 | 1997-09-02 1997-09-03 1997-09-04 1997-09-05 end
          FREQ=DAILY;UNTIL=19970904T000000Z                           | 1997-09-02 | 1997-09-02 1997-09-03 end
          FREQ=DAILY;INTERVAL=2                                       | 1997-09-02 | 1997-09-02 1997-09-04 1997-09-06
          FREQ=DAILY;INTERVAL=10;COUNT=5                              | 1997-09-02 | 1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12 end
          FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA            | 1998-01-30 | 1998-01-30 1998-01-31 1999-01-01 1999-01-02
          FREQ=DAILY;UNTIL=19990131T140000Z;BYMONTH=1                 | 1998-01-30 | 1998-01-30 1998-01-31 1999-01-01 1999-01-02
          FREQ=WEEKLY;COUNT=10                                        | 1997-09-02 | 1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07 1997-10-14 1997-10-21 1997-10-28 1997-11-04 end
          FREQ=WEEKLY;INTERVAL=2;WKST=SU                              | 1997-09-02 | 1997-09-02 1997-09-16 1997-09-30 1997-10-14
          FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH                    | 1997-09-02 | 1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02 end
          FREQ=WEEKLY;INTERVAL=2;UNTIL=19971005T000000Z;WKST=SU;BYDAY=MO,WE,FR | 1997-09-01 | 1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19 1997-09-29 1997-10-01 1997-10-03 end
          FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH          | 1997-09-02 | 1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16 end
          FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO          | 1997-08-05 | 1997-08-05 1997-08-10 1997-08-19 1997-08-24 end
          FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU          | 1997-08-05 | 1997-08-05 1997-08-17 1997-08-19 1997-08-31 end
          """)
  void namesTheDaysOfTheStandardsExamplesOfDaysAndWeeks(
      String rule, LocalDate start, String expected) {
    assertNames(rule, start, expected);
  }

  /// The same, of months and years.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=MONTHLY;COUNT=10;BYDAY=1FR                             | 1997-09-05 | 1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 1998-06-05 end
          FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR               | 1997-09-05 | 1997-09-05 1997-10-03 1997-11-07 1997-12-05 end
          FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU             | 1997-09-07 | 1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25 1998-03-01 1998-03-29 1998-05-03 1998-05-31 end
          FREQ=MONTHLY;COUNT=6;BYDAY=-2MO                             | 1997-09-22 | 1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16 end
          FREQ=MONTHLY;BYMONTHDAY=-3                                  | 1997-09-28 | 1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26
          FREQ=MONTHLY;COUNT=5;BYMONTHDAY=2,15                        | 1997-09-02 | 1997-09-02 1997-09-15 1997-10-02 1997-10-15 1997-11-02 end
          FREQ=MONTHLY;COUNT=6;BYMONTHDAY=1,-1                        | 1997-09-30 | 1997-09-30 1997-10-01 1997-10-31 1997-11-01 1997-11-30 1997-12-01 end
          FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15 | 1997-09-10 | 1997-09-10 1997-09-11 1997-09-12 1997-09-13 1997-09-14 1997-09-15 1999-03-10 1999-03-11 1999-03-12 1999-03-13 end
          FREQ=MONTHLY;INTERVAL=2;BYDAY=TU                            | 1997-09-02 | 1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-11-04
          FREQ=YEARLY;COUNT=4;BYMONTH=6,7                             | 1997-06-10 | 1997-06-10 1997-07-10 1998-06-10 1998-07-10 end
          FREQ=YEARLY;INTERVAL=2;COUNT=5;BYMONTH=1,2,3                | 1997-03-10 | 1997-03-10 1999-01-10 1999-02-10 1999-03-10 2001-01-10 end
          FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200         | 1997-01-01 | 1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 2000-07-18 2003-01-01 2003-04-10 2003-07-19 2006-01-01 end
          FREQ=YEARLY;BYDAY=20MO                                      | 1997-05-19 | 1997-05-19 1998-05-18 1999-05-17
          FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO                            | 1997-05-12 | 1997-05-12 1998-05-11 1999-05-17
          FREQ=YEARLY;BYMONTH=3;BYDAY=TH                              | 1997-03-13 | 1997-03-13 1997-03-20 1997-03-27 1998-03-05
          FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8                          | 1997-08-21 | 1997-08-21 1997-08-28 1998-06-04
          FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13                         | 1997-09-02 | 1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13
          FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13          | 1997-09-13 | 1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10
          FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8 | 1996-11-05 | 1996-11-05 2000-11-07 2004-11-02
          FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3              | 1997-09-04 | 1997-09-04 1997-10-07 1997-11-06 end
          FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2               | 1997-09-29 | 1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29
          FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5                       | 2007-01-15 | 2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30 end
          """)
  void namesTheDaysOfTheStandardsExamplesOfMonthsAndYears(
      String rule, LocalDate start, String expected) {
    assertNames(rule, start, expected);
  }

  /// The standard ends the first at 17:00 UTC, and yet lists 15:00 in New York, which is 19:00 UTC.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000  | 02T09:00 02T12:00 02T15:00 end
          FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z | 02T09:00 02T12:00 end
          FREQ=MINUTELY;INTERVAL=15;COUNT=6             | 02T09:00 02T09:15 02T09:30 02T09:45 02T10:00 02T10:15 end
          FREQ=MINUTELY;INTERVAL=90;COUNT=4             | 02T09:00 02T10:30 02T12:00 02T13:30 end
          FREQ=DAILY;BYHOUR=9,16;BYMINUTE=0,40          | 02T09:00 02T09:40 02T16:00 02T16:40 03T09:00
          FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10         | 02T09:00 02T09:20 02T09:40 02T10:00 02T10:20 02T10:40 03T09:00
          FREQ=HOURLY;BYMINUTE=10,50;BYSETPOS=-1        | 02T09:50 02T10:50 02T11:50
          FREQ=HOURLY;INTERVAL=25                       | 02T09:00 03T10:00 04T11:00 05T12:00
          FREQ=SECONDLY;INTERVAL=1800                   | 02T09:00 02T09:30 02T10:00
          FREQ=DAILY;BYHOUR=1,13;BYSETPOS=2             | 02T13:00 03T13:00
          FREQ=WEEKLY;BYDAY=TU,WE;BYHOUR=1,13;BYSETPOS=-3 | 02T13:00 09T13:00
          rrule:freq=daily;byhour=7                     | 03T07:00 04T07:00
          """)
  void namesTimesOfDay(String rule, String expected) {
    var start = LocalDateTime.of(1997, 9, 2, 9, 0);
    var times = List.of(expected.split(" "));

    var found = times(Recurrence.parse(rule, Optional.of(start), NEW_YORK), start, times.size());

    assertThat(found.stream().map(each -> each.replace("1997-09-", "")))
        .containsExactlyElementsOf(times);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-01-30 2026-02-27 2026-03-31
          FREQ=MONTHLY;BYDAY=3FR                        | 2026-01-16 2026-02-20 2026-03-20
          FREQ=MONTHLY                                  | 2026-01-01 2026-02-01 2026-03-01
          FREQ=YEARLY                                   | 2026-01-01 2027-01-01 2028-01-01
          FREQ=YEARLY;BYMONTHDAY=31                     | 2026-01-31 2026-03-31 2026-05-31
          FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29           | 2028-02-29 2032-02-29 2036-02-29
          FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU   | 2032-02-29 2060-02-29 2088-02-29
          FREQ=YEARLY;BYYEARDAY=-1                      | 2026-12-31 2027-12-31 2028-12-31
          FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,SU            | 2026-01-04 2027-01-04 2027-01-10
          FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO              | 2026-12-28 2032-12-27 2037-12-28
          FREQ=MONTHLY;UNTIL=20260201                   | 2026-01-01 2026-02-01 end
          """)
  void needsNoStartWhenItsMeaningDoesNotDependOnIt(String rule, String expected) {
    var days = List.of(expected.split(" "));
    var from = LocalDateTime.of(2026, 1, 1, 0, 0);

    var found = times(Recurrence.parse(rule, Optional.empty(), NEW_YORK), from, days.size());

    assertThat(found.stream().map(each -> each.replace("T00:00", "")))
        .containsExactlyElementsOf(days);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;INTERVAL=99999999;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYMONTH=6",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1,3,5,7,9",
        "FREQ=SECONDLY;BYSECOND=1;BYSETPOS=2",
        "FREQ=HOURLY;INTERVAL=24;BYHOUR=1",
        "FREQ=MINUTELY;INTERVAL=10080;BYDAY=TU",
        "FREQ=DAILY;UNTIL=20250101"
      })
  void whatNeverMatchesIsFoundOutSoon(String rule) {
    var start = LocalDateTime.of(2026, 1, 5, 0, 0);
    var begun = System.nanoTime();

    var never = Recurrence.parse(rule, Optional.of(start), NEW_YORK).isNever();

    assertThat(never).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aTimeFarFromTheStartIsFoundAtOnce() {
    var eachSecond = Recurrence.parse("FREQ=SECONDLY;INTERVAL=7", start(1970), NEW_YORK);
    var friday13 = Recurrence.parse("FREQ=DAILY;BYDAY=FR;BYMONTHDAY=13", start(1970), NEW_YORK);
    var weekly = Recurrence.parse("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO", start(1970), NEW_YORK);
    var begun = System.nanoTime();
    for (var count = 0; count < 1000; count++) {
      var from = LocalDateTime.of(2300, 1, 1, 0, 0).plusHours(count);
      assertThat(eachSecond.first(from, from.plusSeconds(7))).isPresent();
      assertThat(friday13.first(from, from.plusMonths(15))).isPresent();
      assertThat(weekly.first(from, from.plusWeeks(3))).isPresent();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          DAILY                              | 0  | 'DAILY' is not a part; expected for example FREQ=DAILY
          FREQ=DAILY;                        | 11 | '' is not a part
          BYDAY=MO                           | 0  | FREQ is missing
          FREQ=DAYLY                         | 5  | in FREQ, 'DAYLY'; expected YEARLY MONTHLY WEEKLY
          FREQ=DAILY;BYHOURS=1               | 11 | 'BYHOURS' is not the name of a part; expected one of FREQ
          FREQ=DAILY; BYHOUR=1               | 11 | ' BYHOUR' is not the name of a part
          FREQ=DAILY;X-A=1                   | 11 | 'X-A' is not the name of a part
          FREQ=DAILY;FREQ=DAILY              | 11 | FREQ is written twice
          FREQ=DAILY;BYHOUR=1,24             | 20 | in BYHOUR, '24'; expected 0 to 23
          FREQ=DAILY;BYSECOND=60             | 20 | in BYSECOND, '60'; expected 0 to 59
          FREQ=MONTHLY;BYMONTHDAY=1,0        | 26 | in BYMONTHDAY, '0'; expected 1 to 31 or -1 to -31
          FREQ=MONTHLY;BYDAY=MO-FR           | 19 | in BYDAY, 'MO-FR'; expected a list of MO TU WE TH FR SA SU
          RRULE:FREQ=MONTHLY;BYDAY=MO,XX     | 28 | in BYDAY, 'XX'
          FREQ=WEEKLY;BYDAY=1MO              | 18 | in BYDAY, '1MO'; expected no number here
          FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO   | 29 | in BYDAY, '1MO'; expected no number here
          """)
  void saysWhatIsWrongAndWhere(String rule, int index, String problem) {
    assertMalformed(rule, index, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          FREQ=MONTHLY;BYWEEKNO=1            | 13 | BYWEEKNO goes with FREQ=YEARLY only
          FREQ=WEEKLY;BYDAY=MO;BYMONTHDAY=1  | 21 | BYMONTHDAY does not go with FREQ=WEEKLY
          FREQ=DAILY;BYYEARDAY=1             | 11 | BYYEARDAY does not go with FREQ=DAILY
          FREQ=DAILY;BYSETPOS=1              | 11 | BYSETPOS chooses among what another
          FREQ=DAILY;UNTIL=20260101;COUNT=1  | 26 | COUNT does not go with UNTIL
          FREQ=DAILY;UNTIL=20261301          | 17 | in UNTIL, '20261301'; expected a local date or date-time
          FREQ=DAILY;UNTIL=20251102T053000Z  | 11 | UNTIL is 2025-11-02T01:30 in America/New_York, a time that comes twice
          FREQ=DAILY;INTERVAL=0              | 20 | in INTERVAL, '0'; expected 1 to
          FREQ=DAILY;INTERVAL=2              | 11 | INTERVAL counts from the start; write 'start' beside it
          FREQ=DAILY;COUNT=2                 | 11 | COUNT counts from the start; write 'start' beside it
          FREQ=WEEKLY                        | 0  | FREQ takes its weekday from the start; write BYDAY
          """)
  void saysWhichPartsDoNotGoTogether(String rule, int index, String problem) {
    assertMalformed(rule, index, problem);
  }

  @Test
  void keepsItsText() {
    var rule = Recurrence.parse("RRULE:FREQ=daily", start(2026), NEW_YORK);

    assertThat(rule.text()).isEqualTo("RRULE:FREQ=daily");
    assertThat(rule).isEqualTo(Recurrence.parse("RRULE:FREQ=daily", start(2026), NEW_YORK));
    assertThat(rule).isNotEqualTo(Recurrence.parse("RRULE:FREQ=daily", start(2027), NEW_YORK));
  }

  private static void assertNames(String rule, LocalDate start, String expected) {
    var nine = start.atTime(9, 0);
    var days = List.of(expected.split(" "));

    var found = times(Recurrence.parse(rule, Optional.of(nine), NEW_YORK), nine, days.size());

    assertThat(found.stream().map(each -> each.equals("end") ? each : each.substring(0, 10)))
        .containsExactlyElementsOf(days);
    assertThat(found).allMatch(each -> each.equals("end") || each.endsWith("T09:00"));
  }

  private static void assertMalformed(String rule, int index, String problem) {
    var malformed =
        catchThrowableOfType(
            Malformed.class, () -> Recurrence.parse(rule, Optional.empty(), NEW_YORK));

    assertThat(malformed).hasMessageContaining(problem).hasMessageContaining(rule);
    assertThat(malformed.index()).isEqualTo(index);
  }

  private static Optional<LocalDateTime> start(int year) {
    return Optional.of(LocalDateTime.of(year, 1, 1, 0, 0));
  }

  /// The first times, with `end` where there are no more.
  private static List<String> times(Recurrence rule, LocalDateTime start, int count) {
    var found = new ArrayList<String>();
    var from = start;
    while (found.size() < count) {
      var time = rule.first(from, from.plusYears(DueTimes.HORIZON_YEARS));
      found.add(time.map(LocalDateTime::toString).orElse("end"));
      if (time.isEmpty()) break;
      from = time.get().plusSeconds(1);
    }
    return found;
  }
}
