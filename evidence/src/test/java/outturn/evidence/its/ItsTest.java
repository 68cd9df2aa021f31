package outturn.evidence.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static outturn.evidence.its.Examples.BELTS;
import static outturn.evidence.its.Examples.DRIVERS;
import static outturn.evidence.its.Examples.KILLED;
import static outturn.evidence.its.Examples.NILE;
import static outturn.evidence.its.Examples.NILE_STEP;
import static outturn.evidence.its.Examples.OLS;
import static outturn.evidence.its.Examples.REML;
import static outturn.evidence.its.Examples.analysed;
import static outturn.evidence.its.Examples.noise;
import static outturn.evidence.its.Examples.without;

import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Warning;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Harmonics;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Shape;
import outturn.evidence.regression.Dispersion;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

class ItsTest {
  private static final Percentage CLOSE = Percentage.withPercentage(1e-4);
  private static final ItsModel SLOPE =
      ItsModel.of(Intervention.at(30)).with(Shape.TREND_STEP_AND_SLOPE);

  @Test
  void theSameSeedGivesTheSameAnswer() {
    assertThat(analysed(NILE, NILE_STEP)).isEqualTo(analysed(NILE, NILE_STEP));
    assertThat(analysed(NILE, NILE_STEP).grounds().seed()).isEqualTo(OptionalLong.of(1));
    assertThat(analysed(NILE, NILE_STEP.with(OLS)).grounds().seed()).isEmpty();
  }

  @Test
  void aBootstrapIntervalWithoutZeroGoesWithASmallP() {
    Estimate nile = analysed(NILE, NILE_STEP).effects().step();
    assertThat(nile.p()).hasValue(.001);
    assertThat(nile.interval().upper()).isNegative();
    Estimate nothing = analysed(noise(48, .4, 6), SLOPE).effects().step();
    assertThat(nothing.p().orElseThrow()).isGreaterThan(.05);
    assertThat(nothing.interval().contains(0)).isTrue();
  }

  @Test
  void whatWasAddedIsFound() {
    Series noise = noise(48, .4, 5);
    Series changed = added(noise, i -> 7 + .5 * i + (i < 30 ? 0 : 4 + 2 * (i - 29)));
    Effects before = analysed(noise, SLOPE).effects();
    Effects after = analysed(changed, SLOPE).effects();
    assertThat(after.step().value() - before.step().value()).isCloseTo(4, within(1e-6));
    assertThat(after.slope().orElseThrow().value() - before.slope().orElseThrow().value())
        .isCloseTo(2, within(1e-6));
    assertThat(after.average().value() - before.average().value()).isCloseTo(23, within(1e-6));
    assertThat(after.cumulative().value()).isCloseTo(18 * after.average().value(), CLOSE);
  }

  @Test
  void effectsFollowTheUnitOfTheMeasure() {
    Effects metres = analysed(NILE, NILE_STEP).effects();
    Effects feet = analysed(NILE.map(v -> 3.281 * v - 5e6), NILE_STEP).effects();
    assertThat(feet.step().value()).isCloseTo(3.281 * metres.step().value(), CLOSE);
    assertThat(feet.step().interval().lower())
        .isCloseTo(3.281 * metres.step().interval().lower(), CLOSE);
    assertThat(feet.step().p()).isEqualTo(metres.step().p());
  }

  @Test
  void missingPeriodsAreLeftOut() {
    ItsResult shorter = analysed(NILE.slice(new Window(0, 90)), NILE_STEP);
    ItsResult missing = analysed(without(NILE, IntStream.range(90, 100).toArray()), NILE_STEP);
    assertThat(missing.effects()).isEqualTo(shorter.effects());
    assertThat(missing.periods()).isEqualTo(new Periods(28, 62, 0, 10));
    assertThat(missing.grounds().warnings()).extracting(Warning::name).contains("missing-periods");
  }

  @Test
  void aPeriodWithoutAControlIsLeftOut() {
    Control rain = new Control("rain", without(noise(100, 0, 9), 3, 4, 50));
    ItsResult result = analysed(NILE, NILE_STEP.with(rain).with(REML));
    assertThat(result.periods()).isEqualTo(new Periods(26, 71, 0, 3));
    assertThat(result.chart().fitted().isMissing(50)).isTrue();
  }

  @Test
  void whatHappensInTheTransitionDoesNotMatter() {
    ItsModel model = NILE_STEP.with(new Intervention(28, 4)).with(REML);
    Series wild = added(NILE, i -> i >= 28 && i < 32 ? 1e6 : 0);
    ItsResult result = analysed(wild, model);
    assertThat(result.effects()).isEqualTo(analysed(NILE, model).effects());
    assertThat(result.periods()).isEqualTo(new Periods(28, 68, 4, 0));
    assertThat(result.chart().fitted().isMissing(30)).isTrue();
    assertThat(result.chart().counterfactual().isMissing(30)).isFalse();
  }

  @Test
  void theChartShowsFitAndCounterfactual() {
    ItsResult nile = analysed(NILE, NILE_STEP);
    Chart chart = nile.chart();
    double step = nile.effects().step().value();
    assertThat(chart.fitted().count()).isEqualTo(100);
    assertThat(chart.counterfactual().count()).isEqualTo(72);
    assertThat(chart.counterfactual().isMissing(27)).isTrue();
    assertThat(chart.fitted().value(40) - chart.counterfactual().value(40)).isCloseTo(step, CLOSE);
    assertThat(chart.lower().value(40)).isLessThan(chart.counterfactual().value(40));
    assertThat(chart.upper().value(40)).isGreaterThan(chart.counterfactual().value(40));
  }

  @Test
  void logarithmicEffectsAreAlsoToldAsMultiples() {
    ItsResult belts = analysed(DRIVERS, BELTS);
    Ratios ratios = belts.effects().ratios().orElseThrow();
    assertThat(ratios.step().value()).isCloseTo(Math.exp(belts.effects().step().value()), CLOSE);
    Estimate perCent = Ratios.perCent(ratios.step());
    assertThat(perCent.value()).isCloseTo(-13.575, within(.01));
    assertThat(perCent.interval().upper()).isBetween(-10.0, -5.0);
    assertThat(belts.chart().fitted().value(0)).isBetween(1000.0, 2500.0);
    assertThat(belts.effects().average().value()).isCloseTo(-206.7, within(.5));
    assertThat(belts.effects().average().interval().contains(0)).isFalse();
    assertThat(analysed(NILE, NILE_STEP).effects().ratios()).isEmpty();
  }

  @Test
  void otherModelsOfTheSameDataAreShown() {
    ItsResult belts = analysed(DRIVERS, BELTS);
    assertThat(belts.sensitivity())
        .extracting(SensitivityRow::name)
        .containsExactly(
            "with-slope",
            "without-last-pre-period",
            "ols",
            "newey-west:4",
            "prais-winsten",
            "local-level");
    // Least squares say -13 %, a level that walks says -21 %: the same data.
    assertThat(average(belts, 2)).isCloseTo(-.1437, within(1e-4));
    assertThat(average(belts, 5)).isCloseTo(-.2359, within(1e-4));
    assertThat(belts.sensitivity()).allMatch(row -> row.average().result().isPresent());
    ItsModel counts = BELTS.with(new Response.Counts(Dispersion.QUASI_POISSON, null));
    assertThat(analysed(KILLED, counts).sensitivity())
        .extracting(SensitivityRow::name)
        .containsExactly("with-slope", "without-last-pre-period", "poisson");
  }

  @Test
  void aDriftThatLooksLikeStepsFailsThePlacebo() {
    double[] drift = noise(80, .99, 2).toArray();
    ItsResult result = analysed(Series.of(drift), ItsModel.of(Intervention.at(60)).with(OLS));
    assertThat(result.placebo().dates()).hasSize(23).startsWith(12, 14).endsWith(56);
    assertThat(result.placebo().fails()).isTrue();
    assertThat(result.grounds().warnings())
        .extracting(Warning::name)
        .contains("placebo-failed", "autocorrelated");
    assertThat(state(result, "no-effect-where-none-was")).isEqualTo(Assumption.State.DOUBTFUL);
  }

  @Test
  void withTwelveValuesBeforeThereIsNoFakeDate() {
    Series series = noise(24, 0, 3);
    ItsResult result = analysed(series, ItsModel.of(Intervention.at(12)));
    assertThat(result.placebo().dates()).isEmpty();
    assertThat(result.placebo().passes()).isFalse();
    assertThat(result.placebo().fails()).isFalse();
    assertThat(state(result, "no-effect-where-none-was")).isEqualTo(Assumption.State.NOT_TESTABLE);
    assertThat(result.sensitivity().get(1).average().refusal()).isPresent();
  }

  @Test
  void countsThatVaryMoreThanPoissonOnesAreNamed() {
    ItsResult killed = analysed(KILLED, BELTS.with(new Response.Counts(Dispersion.POISSON, null)));
    assertThat(killed.grounds().method()).isEqualTo("poisson");
    assertThat(killed.grounds().warnings()).extracting(Warning::name).contains("overdispersed");
  }

  @Test
  void theLastPairOfAFullSeasonHasACosineOnly() {
    ItsModel quarters = ItsModel.of(Intervention.at(60)).with(new Harmonics(4, 2)).with(REML);
    Series season = added(noise(100, 0, 4), i -> new double[] {5, -3, 9, 1}[i % 4]);
    assertThat(analysed(season, quarters).residuals().scale()).isBetween(.8, 1.2);
  }

  private static double average(ItsResult result, int row) {
    return result.sensitivity().get(row).average().result().orElseThrow().value();
  }

  private static Assumption.State state(ItsResult result, String name) {
    return result.grounds().assumptions().stream()
        .filter(assumption -> assumption.name().equals(name))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static Series added(Series series, IntToDoubleFunction more) {
    return Series.of(
        IntStream.range(0, series.size())
            .mapToDouble(i -> series.value(i) + more.applyAsDouble(i))
            .toArray());
  }
}
