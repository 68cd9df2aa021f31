package outturn.definition.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import outturn.definition.project.Projects;

class CalendarReaderTest {

  private static String told(String keys) {
    return Calendars.problems(keys).replace("calendars.yaml:", "");
  }

  private static String toldOf(String... documents) {
    return Projects.problems("calendars.yaml", String.join("\n---\n", documents))
        .replace("calendars.yaml:", "");
  }

  @Test
  void countriesAndRegionsAreLookedUp() {
    assertThat(told("holidays: {country: DX}"))
        .startsWith(
            "3:21: unknown-country: there are no public holidays of the country 'DX' (did you mean 'D");
    assertThat(told("holidays: {country: UK}")).contains("(did you mean 'GB'?)");
    assertThat(told("holidays: {country: germany}")).contains("(did you mean 'DE'?)");
    assertThat(told("holidays: {country: Atlantis}"))
        .contains("(expected a code of ISO 3166 such as GB; for others list the days under off)");
    assertThat(told("holidays: {country: GB, region: ENX}"))
        .isEqualTo("3:33: unknown-region: there is no region 'ENX' of GB (did you mean 'ENG'?)");
    assertThat(told("holidays: {country: GB, region: GB-EN}"))
        .contains("no region 'GB-EN' of GB (did you mean 'ENG'?)");
    assertThat(told("holidays: {country: GB, region: scotland}")).contains("(did you mean 'SCT'?)");
    assertThat(told("holidays: {country: GB, region: Mercia}"))
        .contains("(there are: ENG, NIR, SCT, WLS)");
    assertThat(told("holidays: [{region: ENG}]"))
        .isEqualTo(
            "3:12: missing-key: a set of public holidays needs the key 'country' (expected a text)");
    assertThat(told("holidays: [{country: lu, region: lu}, {country: LU, region: LU-LU}]"))
        .isEmpty();
  }

  @Test
  void datesAreChecked() {
    assertThat(told("off: [2026-02-30]"))
        .isEqualTo(
            "3:7: bad-date: expected a date such as 2026-03-29, found the text '2026-02-30'");
    assertThat(told("off: [{from: 2026-12-31, to: 2026-12-28}]"))
        .isEqualTo(
            "3:7: not-in-order: these days begin on 2026-12-31 and end before, on 2026-12-28 (write the first day under from)");
    assertThat(told("off: [{from: 2026-12-31}]"))
        .isEqualTo("3:7: one-of: write either date, or from and to");
    assertThat(told("off: [{date: 2026-12-31, to: 2026-12-31}]")).contains("one-of");
    assertThat(told("off: [{name: Nothing}]")).contains("one-of");
    assertThat(told("off: [{dat: 2026-12-31}]")).contains("(did you mean 'date'?)");
    assertThat(told("off: [{from: 2026-01-01, to: 2027-06-30}]")).contains("more than 366 days");
    assertThat(told("off: [20266-01-01, 1026-01-01]"))
        .contains("3:7: bad-date")
        .contains("3:20: out-of-range: expected dates of the years 1900 to 2199");
    assertThat(told("off: []")).isEqualTo("3:6: empty: expected at least one, found none");
    assertThat(told("week: [mon, tues]")).contains("(did you mean 'tue'?)");
    assertThat(told("offs: [2026-01-01]")).contains("unknown-key").contains("'off'");
  }

  @Test
  void aDateIsNotBothOffAndOn() {
    assertThat(told("off:\n  - {from: 2026-12-28, to: 2026-12-31}\non: [2026-12-30]"))
        .isEqualTo("5:6: contradiction: 2026-12-30 is both off and on (the other is at 4:5)");
  }

  @Test
  void yearsAreChecked() {
    assertThat(told("years: {from: 2030, to: 2024}"))
        .isEqualTo("3:8: not-in-order: the last year is before the first (swap them)");
    assertThat(told("years: {from: 2024}")).contains("needs the key 'to'");
    assertThat(told("years: {from: 24, to: 2024}")).contains("from 1900 to 2199");
    assertThat(told("off: [2026-12-24, 2031-12-24]\nyears: {from: 2024, to: 2030}"))
        .isEqualTo(
            "3:19: out-of-range: 2031-12-24 is outside of the years 2024 to 2030 (widen years, or take it away)");
    assertThat(told("on: [{from: 2030-12-31, to: 2031-01-01}]\nyears: {from: 2024, to: 2030}"))
        .contains("2031-01-01 is outside");
    assertThat(told("holidays: {country: GB}\nyears: {from: 2024, to: 2040}"))
        .isEqualTo(
            "4:8: out-of-range: public holidays are known of the years 2000 to 2035 (stay within these, or list the days under off)");
    assertThat(told("holidays: {country: GB}\noff: [2040-12-24]"))
        .isEqualTo(
            "1:1: no-common-year: the lists are of the years 2040, public holidays are known of 2000 to 2035 (say in years for which years the lists are complete)");
  }

  @Test
  void aCalendarHasAWorkingDay() {
    assertThat(told("week: []"))
        .isEqualTo(
            "1:1: no-working-day: no day of calendar 'days' is a working day (give it days in week, or list them under on)");
    assertThat(
            toldOf(
                "{kind: calendar, name: monday, week: [mon]}",
                "{kind: calendar, name: tuesday, week: [tue]}",
                "{kind: calendar, name: never, intersection: [monday, tuesday]}"))
        .isEqualTo(
            "5:45: no-working-day: no day of calendar 'never' is a working day (look at the days of its parts)");
  }

  @Test
  void partsAreLookedUp() {
    assertThat(
            toldOf(
                "{kind: calendar, name: shop}",
                "{kind: calendar, name: all, union: [shop, shopp]}"))
        .isEqualTo("3:43: unknown-calendar: there is no calendar 'shopp' (did you mean 'shop'?)");
    assertThat(toldOf("{kind: calendar, name: shop}", "{kind: calendar, name: all, minus: [shop]}"))
        .isEqualTo("3:36: too-few: minus takes at least two calendars (name another one)");
  }

  @Test
  void aCombinationHasNoDaysOfItsOwn() {
    assertThat(
            toldOf(
                "{kind: calendar, name: shop}",
                "{kind: calendar, name: all, union: [shop, shop], minus: [shop, shop], off: [2026-12-24]}"))
        .contains("3:50: one-of: a calendar has one of union, intersection and minus")
        .contains(
            "3:71: one-of: a calendar with union has no off (make a calendar of it, and combine that)");
  }

  @Test
  void circlesAreTold() {
    assertThat(
            toldOf(
                "{kind: calendar, name: a, union: [b, c]}",
                "{kind: calendar, name: b, minus: [c, a]}",
                "{kind: calendar, name: c}"))
        .isEqualTo(
            "3:38: cycle: calendars are made of each other in a circle: a of b of a (take one of these away)");
  }

  @Test
  void partsKnowAYearInCommon() {
    assertThat(
            toldOf(
                "{kind: calendar, name: old, off: [2020-01-01]}",
                "{kind: calendar, name: new, off: [2026-01-01]}",
                "{kind: calendar, name: all, union: [old, new]}"))
        .isEqualTo(
            "5:36: no-common-year: there is no year that all of these know: old 2020, new 2026 (complete the lists of the parts for the same years)");
  }

  @Test
  void aLongChainOfCombinationsIsRefused() {
    var documents = new StringBuilder("{kind: calendar, name: c-000}\n");
    for (var link = 1; link <= 3000; link++) {
      documents.append(
          "---\n{kind: calendar, name: c-%03d, union: [c-000, c-%03d]}\n"
              .formatted(link, link - 1));
    }
    assertThat(toldOf(documents.toString()))
        .contains("too-deep: calendars are made of each other more than 32 deep");
  }
}
