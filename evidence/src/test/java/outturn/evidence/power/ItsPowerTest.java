package outturn.evidence.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Harmonics;
import outturn.evidence.its.model.Shape;

/// Against src/test/oracle/power.py.
class ItsPowerTest {
  private static final Offset<Double> EXACT = within(1e-6);
  private static final Variation NOISE = new Variation(1, .4);
  private static final ItsSetting YEARS = ItsSetting.of(24, 12);
  private static final Errors OLS = new Errors.Ols();

  @Test
  void leastSquaresHaveThePowerOfAnotherProgram() {
    ItsSetting slope = YEARS.with(Shape.TREND_STEP_AND_SLOPE).with(OLS);
    Trials trials = new Trials(.95, 10_000, 1);
    // Monte Carlo error .005 here and .0035 there.
    assertThat(power(slope, new Variation(1, 0), 1.5, trials).value())
        .isCloseTo(.5129, within(.02));
    assertThat(power(slope, NOISE, 2, trials).value()).isCloseTo(.7406, within(.02));
    assertThat(power(slope, NOISE, -2, trials).monteCarloError()).isCloseTo(.0044, within(.0002));
  }

  @Test
  void severalStepsAreEachSeenAsIfTheyWereAlone() {
    Trials trials = new Trials(.95, 200, 3);
    ItsSetting setting = YEARS.with(OLS);

    if (!(ItsPower.powers(setting, NOISE, List.of(0.0, 1.0, -2.0), trials)
        instanceof Answer.Found<List<Power>>(var powers))) {
      throw new AssertionError("refused");
    }
    assertThat(powers.stream().map(Power::value).toList())
        .containsExactly(
            power(setting, NOISE, 0, trials).value(),
            power(setting, NOISE, 1, trials).value(),
            power(setting, NOISE, 2, trials).value())
        .isSorted();
  }

  @Test
  void atBestAStepIsSeenFromTheSpecifiedSizesUp() {
    // The specification of this product says 1.6 and 2.7 standard deviations for 12 + 12 months.
    ItsSetting year = ItsSetting.of(12, 12);
    Detectable level = detectable(year.with(Shape.STEP), NOISE);
    Detectable slope = detectable(year.with(Shape.TREND_STEP_AND_SLOPE), NOISE);
    assertThat(level.atBest()).isCloseTo(1.5684695193577056, EXACT);
    assertThat(slope.atBest()).isCloseTo(2.6548868729454496, EXACT);
    assertThat(detectable(YEARS, NOISE).atBest()).isCloseTo(2.193439405271894, EXACT);
    // With noise that has to be estimated from 24 points it takes more.
    assertThat(level.standardDeviations()).isBetween(2.1, 2.5);
    assertThat(slope.standardDeviations()).isBetween(3.1, 3.6);
  }

  @Test
  void aDetectableStepIsSeenWithThatPower() {
    Detectable found = detectable(YEARS, NOISE);
    Power again = power(YEARS, NOISE, found.step(), new Trials(.95, 4000, 77));
    assertThat(again.value()).isCloseTo(.8, within(.03));
    assertThat(found.monteCarloError()).isBetween(.01, .06);
  }

  @Test
  void withoutAStepPowerIsTheShareOfFalseAlarms() {
    assertThat(power(YEARS, NOISE, 0, new Trials(.95, 4000, 3)).value()).isBetween(.03, .07);
  }

  @Test
  void stepsAreInTheUnitOfTheMeasure() {
    Detectable one = detectable(YEARS, NOISE);
    Detectable minutes = detectable(YEARS, new Variation(60, .4));
    assertThat(minutes.step()).isCloseTo(60 * one.step(), EXACT);
    assertThat(minutes.standardDeviations()).isCloseTo(one.standardDeviations(), EXACT);
    assertThat(power(YEARS, new Variation(60, .4), 120, Trials.DEFAULT).value())
        .isEqualTo(power(YEARS, NOISE, 2, Trials.DEFAULT).value());
  }

  @Test
  void moreMonthsShowSmallerSteps() {
    double few = detectable(ItsSetting.of(12, 12), NOISE).step();
    double more = detectable(ItsSetting.of(24, 12), NOISE).step();
    double most = detectable(ItsSetting.of(48, 24), NOISE).step();
    assertThat(few).isGreaterThan(more);
    assertThat(more).isGreaterThan(most);
    assertThat(detectable(YEARS.with(new Harmonics(12, 2)), NOISE).step()).isGreaterThan(more);
  }

  @Test
  void whatCannotBeSimulatedIsRefused() {
    Trials trials = Trials.DEFAULT;
    refused(ItsPower.power(ItsSetting.of(11, 12), NOISE, 1, trials), Reason.TOO_FEW);
    refused(ItsPower.power(YEARS, new Variation(0, .4), 1, trials), Reason.OUT_OF_RANGE);
    refused(ItsPower.power(YEARS, new Variation(1, 1), 1, trials), Reason.OUT_OF_RANGE);
    refused(ItsPower.power(YEARS, NOISE, Double.NaN, trials), Reason.NOT_A_NUMBER);
    refused(ItsPower.power(YEARS, NOISE, 1, new Trials(.95, 5, 1)), Reason.OUT_OF_RANGE);
    refused(ItsPower.power(YEARS, NOISE, 1, new Trials(2, 500, 1)), Reason.OUT_OF_RANGE);
    refused(ItsPower.detectable(YEARS, NOISE, 1, trials), Reason.OUT_OF_RANGE);
    refused(ItsPower.detectable(YEARS, NOISE, .01, trials), Reason.OUT_OF_RANGE);
    refused(ItsPower.power(ItsSetting.of(-5, 12), NOISE, 1, trials), Reason.OUT_OF_RANGE);
  }

  private static void refused(Answer<?> answer, Reason reason) {
    assertThat(answer.refusal().orElseThrow().reason()).isEqualTo(reason);
    assertThat(answer.refusal().orElseThrow().text()).startsWith("Expected").endsWith(".");
  }

  private static Power power(ItsSetting setting, Variation noise, double step, Trials trials) {
    return ItsPower.power(setting, noise, step, trials).result().orElseThrow();
  }

  private static Detectable detectable(ItsSetting setting, Variation noise) {
    return ItsPower.detectable(setting, noise, .8, Trials.DEFAULT).result().orElseThrow();
  }
}
