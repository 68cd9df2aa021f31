package outturn.definition.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.definition.calendar.Calendars.EVERY_DAY;
import static outturn.definition.calendar.Calendars.assertOff;
import static outturn.definition.calendar.Calendars.date;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Against the lists that the governments publish, written from these and not from the library.
class PublicHolidaysTest {

  private static WorkingDays holidays(String whose) {
    return Calendars.of(
        EVERY_DAY + "title: %s\nholidays: {%s}\n".formatted(whose.replace(":", ""), whose));
  }

  /// https://www.gov.uk/bank-holidays; from 2028 on by the rules of the Banking and Financial
  /// Dealings Act 1971.
  @Test
  void englandAndWalesHaveTheirBankHolidaysOnSubstituteDays() {
    for (var region : new String[] {"ENG", "GB-WLS"}) {
      var days = holidays("country: GB, region: " + region);
      assertOff(days, 2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26");
      assertOff(days, 2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27");
      assertOff(days, 2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26");
      assertOff(days, 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28");
      assertOff(days, 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28");
      assertOff(days, 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27");
      assertOff(days, 2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26");
      assertOff(days, 2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26");
      assertOff(days, 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26");
      assertOff(days, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
      assertOff(days, 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28");
      assertOff(days, 2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26");
      assertOff(days, 2029, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26");
      assertOff(days, 2030, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26");
    }
  }

  @Test
  void scotlandHasItsOwnBankHolidays() {
    var days = holidays("country: GB, region: SCT");
    assertOff(days, 2022, "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27");
    assertOff(days, 2023, "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26");
    assertOff(days, 2024, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26");
    assertOff(days, 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26");
    assertOff(days, 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28");
    assertOff(days, 2027, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28");
    assertOff(days, 2028, "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26");
  }

  @Test
  void northernIrelandHasItsOwnBankHolidays() {
    var days = holidays("country: GB, region: NIR");
    assertOff(days, 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28");
    assertOff(days, 2027, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28");
  }

  @Test
  void germanyHasNineHolidaysEverywhere() {
    var days = holidays("country: de");
    assertOff(days, 2024, "01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26");
    assertOff(days, 2025, "01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26");
    assertOff(days, 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26");
    assertOff(days, 2027, "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26");
    assertOff(days, 2028, "01-01 04-14 04-17 05-01 05-25 06-05 10-03 12-25 12-26");
    assertOff(days, 2029, "01-01 03-30 04-02 05-01 05-10 05-21 10-03 12-25 12-26");
    assertOff(days, 2030, "01-01 04-19 04-22 05-01 05-30 06-10 10-03 12-25 12-26");
  }

  @Test
  void statesOfGermanyHaveMore() {
    var bavaria = holidays("country: DE, region: by");
    assertOff(
        bavaria, 2025, "01-01 01-06 04-18 04-21 05-01 05-29 06-09 06-19 10-03 11-01 12-25 12-26");
    assertOff(
        bavaria, 2026, "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26");
    var berlin = holidays("country: DE, region: DE-BE");
    assertOff(berlin, 2024, "01-01 03-08 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26");
    assertOff(berlin, 2025, "01-01 03-08 04-18 04-21 05-01 05-08 05-29 06-09 10-03 12-25 12-26");
    assertOff(berlin, 2026, "01-01 03-08 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26");
    assertOff(berlin, 2028, "01-01 03-08 04-14 04-17 05-01 05-25 06-05 06-17 10-03 12-25 12-26");
  }

  @Test
  void aTownMayHaveHolidaysThatItsStateHasNot() {
    var augsburg = holidays("country: DE, region: BY-AG");
    assertThat(augsburg.isWorking(date("2026-08-08"))).isFalse();
    assertThat(holidays("country: DE, region: BY").isWorking(date("2026-08-08"))).isTrue();
  }

  /// https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays
  @Test
  void theUnitedStatesObserveFederalHolidaysOnTheNearestWeekday() {
    var days = holidays("country: US");
    assertOff(
        days, 2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31");
    assertOff(days, 2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25");
    assertOff(days, 2025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25");
    assertOff(days, 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25");
    assertOff(
        days, 2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31");
    assertOff(days, 2028, "01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25");
    assertOff(days, 2029, "01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25");
    assertOff(days, 2030, "01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25");
  }

  @Test
  void observancesAreWorkingDays() {
    // Arkansas observes 24 December without closing.
    assertThat(holidays("country: US, region: AR").isWorking(date("2026-12-24"))).isTrue();
  }

  @Test
  void namesAreInEnglishOnEveryMachine() {
    var usual = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      var days = holidays("country: GB, region: ENG");
      assertThat(days.dayOff(date("2026-12-28"))).contains("Boxing Day");
      assertThat(holidays("country: XK").dayOff(date("2027-05-01"))).contains("public holiday");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void severalCountriesAreOffTogether() {
    var days =
        Calendars.of("holidays: [{country: GB, region: ENG}, {country: DE}, {country: TARGET}]");
    assertThat(days.dayOff(date("2026-08-31"))).contains("Summer Bank Holiday");
    assertThat(days.isWorking(date("2026-05-14"))).isFalse();
    assertThat(days.years()).isEqualTo(new KnownYears(2000, 2035));
  }

  @Test
  void everyCountryAndRegionCanBeAskedOfEveryKnownYear() {
    for (var country : PublicHolidays.countries()) {
      var year = PublicHolidays.YEARS.last();
      PublicHolidays.regions(country)
          .values()
          .forEach(region -> PublicHolidays.of(country, region).name(date(year + "-12-25")));
      for (var each = PublicHolidays.YEARS.first(); each <= year; each++) {
        PublicHolidays.of(country).name(date(each + "-01-01"));
      }
    }
    assertThat(PublicHolidays.countries()).contains("GB", "DE", "US", "FR").hasSizeGreaterThan(80);
  }
}
