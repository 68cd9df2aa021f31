package outturn.outcome.amount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.measure.Measure;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "COUNT, drivers, 1360.7, '1,361 drivers a month'",
    "COUNT, visits per day, 12.34, 12.3 visits per day",
    "COUNT, , 0, 0 a month",
    "MONEY, GBP, 1234567.8, '1,234,568 GBP a month'",
    "PROPORTION, percent, 71.04, 71\u00A0%",
    "PROPORTION, percent, 99.94, 99.9\u00A0%",
    "DURATION, minutes, 7.456, 7.46 minutes",
    "MEAN, points, 0.12345, 0.123 points",
    "NPS, , -12.5, \u221212.5",
  })
  void amountsHaveTheDigitsThatMatterAndTheirUnit(
      Measure.Type type, String unit, double amount, String text) {
    assertThat(amounts(type, unit).full(amount)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "COUNT, drivers, 1638.2, 1360.7, 277 fewer (17 %)",
    "COUNT, drivers, 100, 100.6, 1 more (1 %)",
    "COUNT, drivers, 100, 100.2, ''",
    "COUNT, drivers, 0, 3, 3 more",
    "PROPORTION, percent, 71, 85, 14 points higher",
    "PROPORTION, percent, 72, 71, 1 point lower",
    "DURATION, minutes, 40, 30, 10 lower (25 %)",
    "NPS, , -10, 5, 15 higher (150 %)",
  })
  void differencesAreThoseOfTheNumbersAsWritten(
      Measure.Type type, String unit, double before, double after, String text) {
    assertThat(amounts(type, unit).difference(before, after)).isEqualTo(text);
  }

  @Test
  void aRatioIsTimesAHundredWhereTheUnitIsPercent() {
    var quantity = measure(Measure.Type.PROPORTION, "percent").quantity();
    var plain = measure(Measure.Type.RATE, "visits per tenant").quantity();

    assertThat(ObservedAmount.ratio(3, 4).in(quantity)).hasValue(75);
    assertThat(ObservedAmount.ratio(3, 4).in(plain)).hasValue(.75);
    assertThat(ObservedAmount.ratio(0, 0).in(quantity)).isEmpty();
    assertThat(ObservedAmount.of(80).in(quantity)).hasValue(80);
  }

  private static Amounts amounts(Measure.Type type, String unit) {
    return new Amounts(measure(type, unit));
  }

  static Measure measure(Measure.Type type, String unit) {
    return new Measure(
        "m",
        new Measure.About("M", Optional.empty(), Optional.empty()),
        new Measure.Quantity(
            type, Optional.ofNullable(unit), new Measure.Better.Higher(), Optional.empty()),
        new Measure.Rhythm(
            Measure.Cadence.MONTHLY, Duration.ZERO, ZoneOffset.UTC, Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }
}
