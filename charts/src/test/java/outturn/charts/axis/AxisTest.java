package outturn.charts.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);

  @Test
  void ticksAreRoundAndWithoutBinaryDust() {
    ValueAxis axis = axis(5, .31, .68);
    assertThat(axis.ticks()).containsExactly(.3, .4, .5, .6, .7);
    assertThat(axis.ticks()).extracting(axis.tickNumbers()::text).contains("0.3");
  }

  @Test
  void valuesNearZeroAreDrawnFromZero() {
    assertThat(axis(4, 3, 95).low()).isZero();
    assertThat(axis(4, 71, 85).low()).isGreaterThan(60);
  }

  @Test
  void anEndThatIsFarFromATickIsNoTick() {
    ValueAxis axis = axis(4, 1050, 2650);
    assertThat(axis.ticks()).containsExactly(1000.0, 1500.0, 2000.0, 2500.0);
    assertThat(axis.high()).isBetween(2650.0, 3000.0);
  }

  @Test
  void equalOrNoValuesStillMakeAnAxis() {
    for (ValueAxis axis : List.of(axis(4, 5, 5), axis(4, 0), axis(4), axis(4, Double.NaN))) {
      assertThat(axis.ticks()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(axis.high()).isGreaterThan(axis.low());
    }
  }

  @Test
  void numbersAreGroupedAndHaveARealMinus() {
    assertThat(new Numbers(0).text(-1234567)).isEqualTo("\u22121,234,567");
    assertThat(new Numbers(1).text(-.04)).isEqualTo("0.0");
    assertThat(new Numbers(2).brief(85)).isEqualTo("85");
    assertThat(new Numbers(2).brief(85.5)).isEqualTo("85.5");
    assertThat(Numbers.forStep(new BigDecimal("0.25"))).isEqualTo(new Numbers(2));
    assertThat(Numbers.forRange(0)).isEqualTo(new Numbers(0));
  }

  @Test
  void theCadenceIsReadFromTheDistanceOfPeriods() {
    assertThat(Cadence.of(every(d -> d.plusDays(1)))).isEqualTo(Cadence.DAYS);
    assertThat(Cadence.of(every(d -> d.plusWeeks(1)))).isEqualTo(Cadence.WEEKS);
    assertThat(Cadence.of(every(d -> d.plusMonths(1)))).isEqualTo(Cadence.MONTHS);
    assertThat(Cadence.of(every(d -> d.plusMonths(3)))).isEqualTo(Cadence.QUARTERS);
    assertThat(Cadence.of(every(d -> d.plusYears(1)))).isEqualTo(Cadence.YEARS);
    assertThat(Cadence.QUARTERS.name(FIRST)).isEqualTo("Q4 2025");
    assertThat(Cadence.MONTHS.name(FIRST)).isEqualTo("November 2025");
  }

  @Test
  void monthsSayTheirYearOnlyWhereItChanges() {
    List<DateAxis.Tick> ticks = new DateAxis(every(d -> d.plusMonths(1)), 0, 2000).ticks(12);
    assertThat(ticks.subList(0, 3))
        .containsExactly(
            new DateAxis.Tick(FIRST, "Nov", "2025"),
            new DateAxis.Tick(FIRST.plusMonths(1), "Dec", ""),
            new DateAxis.Tick(FIRST.plusMonths(2), "Jan", "2026"));
  }

  @Test
  void aNarrowAxisHasFewerTicks() {
    List<LocalDate> months = every(d -> d.plusMonths(1));
    assertThat(new DateAxis(months, 0, 300).ticks(12))
        .hasSizeLessThan(new DateAxis(months, 0, 900).ticks(12).size())
        .isNotEmpty();
  }

  @Test
  void datesKeepTheirDistance() {
    DateAxis axis = new DateAxis(every(d -> d.plusDays(1)), 0, 1000);
    assertThat(axis.x(1) - axis.x(0)).isCloseTo(axis.spacing(), within(1e-9));
    assertThat(axis.border(0)).isZero();
    assertThat(axis.border(24)).isEqualTo(1000);
    assertThat(axis.x(FIRST.minusYears(1))).isZero();
  }

  private static ValueAxis axis(int ticks, double... values) {
    return ValueAxis.holding(values, ticks);
  }

  private static List<LocalDate> every(UnaryOperator<LocalDate> step) {
    return Stream.iterate(FIRST, step).limit(24).toList();
  }
}
