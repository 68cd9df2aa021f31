package outturn.definition.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.definition.calendar.Calendars.EVERY_DAY;
import static outturn.definition.calendar.Calendars.assertOff;
import static outturn.definition.calendar.Calendars.date;

import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
  private static final String YEARS = "years: {from: 2026, to: 2029}\n";

  /// An iCalendar file of events, each given by its lines.
  private static String ics(String... events) {
    var text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n");
    for (var event : events) {
      text.append("BEGIN:VEVENT\n").append(event.strip()).append("\nEND:VEVENT\n");
    }
    return text.append("END:VCALENDAR\n").toString().replace("\n", "\r\n");
  }

  private static WorkingDays days(String keys, String... events) {
    return Calendars.named(
        "days",
        "kind: calendar\nname: days\nfile: off.ics\n" + EVERY_DAY + keys,
        "off.ics",
        ics(events));
  }

  private static String problems(String keys, String text) {
    return Calendars.problems("file: off.ics\n" + keys, "off.ics", text);
  }

  @Test
  void anAllDayEventIsADayOff() {
    var days =
        days(
            "",
            "DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260502\nSUMMARY:May Day\nTRANSP:TRANSPARENT",
            "DTSTART;VALUE=DATE:20271224\nSUMMARY: ");
    assertOff(days, 2026, "05-01");
    assertOff(days, 2027, "12-24");
    assertThat(days.dayOff(date("2026-05-01"))).contains("May Day");
    assertThat(days.dayOff(date("2027-12-24"))).contains("day off");
    assertThat(days.years()).isEqualTo(new KnownYears(2026, 2027));
  }

  @Test
  void theEndOfAnEventOfSeveralDaysIsNotPartOfIt() {
    assertOff(
        days(
            "",
            "DTSTART;VALUE=DATE:20261228\nDTEND;VALUE=DATE:20270101\nSUMMARY:Shutdown",
            "DTSTART;VALUE=DATE:20260301\nDURATION:P2D"),
        2026,
        "03-01 03-02 12-28 12-29 12-30 12-31");
  }

  @Test
  void aRepeatedEventLeavesOutItsExceptions() {
    var days =
        days(
            YEARS,
            "DTSTART;VALUE=DATE:20200406\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270406\nRDATE;VALUE=DATE:20270409",
            "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231",
            "DTSTART;VALUE=DATE:20260701\nDTEND;VALUE=DATE:20260703\nRRULE:FREQ=YEARLY;COUNT=2");
    assertOff(days, 2026, "04-06 07-01 07-02 11-26");
    assertOff(days, 2027, "04-09 07-01 07-02 11-25");
    assertOff(days, 2028, "04-06");
    assertOff(days, 2029, "04-06");
  }

  @Test
  void anOccurrenceThatIsWrittenAnewReplacesTheOldOne() {
    assertOff(
        days(
            YEARS,
            "UID:a\nDTSTART;VALUE=DATE:20260504\nRRULE:FREQ=YEARLY",
            "UID:a\nRECURRENCE-ID;VALUE=DATE:20270504\nDTSTART;VALUE=DATE:20270507",
            "UID:b\nDTSTART;VALUE=DATE:20270601\nSTATUS:CANCELLED"),
        2027,
        "05-07");
  }

  @Test
  void aTimedEventIsOffOnEveryDayThatItTouchesInItsOwnZone() {
    assertOff(
        days(
            "",
            "DTSTART;TZID=Europe/London:20260602T220000\nDTEND;TZID=Europe/London:20260603T000000",
            "DTSTART:20260701T233000Z\nDTEND:20260702T003000Z",
            "DTSTART;TZID=Asia/Tokyo:20260810T080000\nDURATION:PT1H",
            "DTSTART:20260901T120000"),
        2026,
        "06-02 07-01 07-02 08-10 09-01");
  }

  @Test
  void theZoneOfTheMachineDoesNotMatter() {
    var usual = TimeZone.getDefault();
    try {
      for (var zone :
          new String[] {"Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Santiago"}) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertOff(
            days(
                YEARS,
                "DTSTART;VALUE=DATE:20250906\nRRULE:FREQ=YEARLY;UNTIL=20260906",
                "DTSTART;VALUE=DATE:20261228\nDTEND;VALUE=DATE:20261230",
                "DTSTART;TZID=Europe/London:20260602T220000\nDTEND;TZID=Europe/London:20260603T000000",
                "DTSTART:20260701T233000Z\nDTEND:20260702T003000Z",
                "DTSTART:20260901T003000\nDTEND:20260901T233000\nRRULE:FREQ=YEARLY\nEXDATE:20270901T003000"),
            2026,
            "06-02 07-01 07-02 09-01 09-06 12-28 12-29");
      }
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @Test
  void eventsOfOtherYearsAreLeftOut() {
    var days = days(YEARS, "DTSTART;VALUE=DATE:20180101", "DTSTART;VALUE=DATE:20290101");
    assertOff(days, 2029, "01-01");
    assertOff(days, 2028, "");
  }

  @Test
  void aFileThatIsNotThereOrElsewhereIsToldOf() {
    assertThat(Calendars.problems("file: of.ics", "off.ics", ics()))
        .isEqualTo(
            "calendars.yaml:3:7: unknown-file: there is no file 'of.ics' (did you mean 'off.ics'?)");
    assertThat(Calendars.problems("file: ../off.ics"))
        .isEqualTo(
            "calendars.yaml:3:7: file-outside: '../off.ics' is outside of the project (put the file into the project's folder, and write its path from there)");
  }

  @Test
  void aFileThatIsNoCalendarIsToldOf() {
    for (var text : new String[] {"", "off: 2026-12-24\n", "BEGIN:VCARD\nEND:VCARD\n"}) {
      assertThat(problems("", text))
          .isEqualTo(
              "calendars.yaml:3:7: bad-calendar-file: 'off.ics' is no iCalendar file (export the calendar as .ics and put that file there)");
    }
    assertThat(problems("", ics())).contains("'off.ics' has no events");
  }

  @Test
  void anEventThatCannotBeUnderstoodIsToldAtItsLine() {
    assertThat(problems("", ics("DTSTART;VALUE=DATE:2026x")))
        .isEqualTo(
            "off.ics:5:1: bad-calendar-file: DTSTART: Could not parse date-time value. (correct or remove the event)");
    assertThat(problems(YEARS, ics("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=OFTEN")))
        .contains("off.ics:6:1: bad-calendar-file: RRULE: Invalid FREQ value \"OFTEN\".");
    assertThat(problems("", ics("DTSTART;VALUE=DATE:20260230"))).contains("FEBRUARY 30");
    assertThat(problems("", ics("DTSTART;VALUE=DATE:16010101")))
        .contains("expected dates of the years");
    assertThat(problems("", ics("SUMMARY:Party"))).contains("the event 'Party' has no DTSTART");
    assertThat(problems("", ics("DTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260102")))
        .contains("ends before it begins");
    assertThat(problems("", ics("DTSTART;VALUE=DATE:20200101\nDTEND;VALUE=DATE:20260102")))
        .contains("has more than 366 days");
    assertThat(problems(YEARS, ics("DTSTART:20260101T000000Z\nRRULE:FREQ=SECONDLY")))
        .contains("is repeated neither daily, weekly, monthly nor yearly");
  }

  @Test
  void anEventWithoutAnEndNeedsYears() {
    assertThat(problems("", ics("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY")))
        .isEqualTo(
            "calendars.yaml:3:7: no-last-year: an event of 'off.ics' is repeated without an end (say in years for which years the file is complete)");
  }

  @Test
  void aFileThatUnfoldsIntoTooManyDaysIsToldOf() {
    var daily = "DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY;UNTIL=21990101";
    assertThat(problems("years: {from: 2199, to: 2199}\n", ics(daily, daily)))
        .contains("'off.ics' has more than 100000 days off");
  }
}
