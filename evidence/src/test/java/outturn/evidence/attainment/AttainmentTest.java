package outturn.evidence.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import outturn.evidence.attainment.Target.Rule;
import outturn.evidence.estimate.Warning;
import outturn.evidence.quantity.Pert;
import outturn.evidence.quantity.Seed;
import outturn.evidence.quantity.Spread;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Direction;

class AttainmentTest {
  private static final Simulation SIMULATION = Simulation.standard(new Seed(20260911));
  private static final Baseline CERTAIN = new Baseline(50, 0, 0, 0);
  private static final Rule AT = new Rule.At();

  @Test
  void aPlanWithoutUncertaintyIsArithmetic() {
    // From period 4, when the last element begins: half ready, so half of 10 + 4, the 4 over a
    // ramp.
    List<Lever> levers =
        List.of(
            lever("tool", Element.TECHNOLOGY, 10, Timing.from(1), .5),
            lever("rule", Element.PROCESS, 0, Timing.from(2), 1),
            lever("training", Element.PEOPLE, 4, Timing.from(4).withRamp(4), .8));
    Forecast forecast = forecast(plan(CERTAIN, levers, higher(57, 8, AT)));
    assertThat(forecast.path().stream().map(Spread::p50).toList())
        .containsExactly(50.0, 50.0, 50.0, 50.0, 55.0, 55.5, 56.0, 56.5, 57.0, 57.0);
    assertThat(forecast.attained().value()).isOne();
    assertThat(forecast.withoutPeople().value()).isZero();
    assertThat(forecast.drivers()).isEmpty();
    assertThat(forecast.grounds().seed()).hasValue(20260911);
  }

  @Test
  void aMissingElementStopsAllAndAWarningSaysSo() {
    List<Lever> levers =
        List.of(
            lever("tool", Element.TECHNOLOGY, 10, Timing.from(0), 1),
            lever("training", Element.PEOPLE, 4, Timing.from(0), 1));
    Forecast forecast = forecast(plan(CERTAIN, levers, higher(51, 8, AT)));
    assertThat(forecast.attained().value()).isZero();
    assertThat(forecast.grounds().warnings())
        .extracting(Warning::name, Warning::text)
        .singleElement()
        .satisfies(warning -> assertThat(warning.toString()).contains("no lever of process"));
  }

  @Test
  void noiseAloneReachesTheTargetByItsDistribution() {
    // 1 - pnorm(1) = .1587; 3 of 4 of a chance of one half: 5/16. Monte Carlo error .005.
    Baseline noisy = new Baseline(50, 0, 2, 0);
    assertThat(chance(plan(noisy, List.of(), higher(52, 8, AT)))).isCloseTo(.1587, within(.014));
    Rule sustained = new Rule.Sustained(3, 4);
    assertThat(chance(plan(noisy, List.of(), higher(50, 8, sustained))))
        .isCloseTo(.3125, within(.016));
    // By: 1 - (1 - .1587)^9 = .7888.
    assertThat(chance(plan(noisy, List.of(), higher(52, 8, new Rule.By()))))
        .isCloseTo(.7888, within(.014));
    Target lower = new Target(52, Direction.LOWER_IS_BETTER, 8, AT);
    assertThat(chance(plan(noisy, List.of(), lower))).isCloseTo(.8413, within(.013));
  }

  @Test
  void theErrorOfTheSimulationIsTold() {
    Baseline noisy = new Baseline(50, 0, 2, 0);
    Forecast forecast = forecast(plan(noisy, List.of(), higher(50, 8, AT)));
    assertThat(forecast.attained().standardError()).isCloseTo(.005, within(1e-4));
    assertThat(forecast.attained().interval().contains(.5)).isTrue();
  }

  @Test
  void sameSeedSameForecastAndOtherSeedsDiffer() {
    Plan plan = RichPlan.of(ElementRule.WEAKEST, AT);
    assertThat(forecast(plan)).isEqualTo(forecast(plan));
    Simulation other = Simulation.standard(new Seed(1));
    assertThat(Attainment.forecast(plan, other).result().orElseThrow().path())
        .isNotEqualTo(forecast(plan).path());
  }

  @Test
  void aLeverLeftOutLeavesTheDrawsOfTheOthers() {
    Plan plan = RichPlan.of(ElementRule.WEAKEST, AT);
    Draws all = Draws.of(plan, SIMULATION);
    Draws others = Draws.of(plan.without(Element.PEOPLE), SIMULATION);
    assertThat(others.effects(0)).containsExactly(all.effects(2));
    assertThat(others.starts(0)).containsExactly(all.starts(2));
    assertThat(others.impacts(1)).containsExactly(all.impacts(1));
  }

  @Test
  void anUncertainLevelIsLearnedFromObservations() {
    // Level N(50, 5^2), noise 1, four observations of mean 54: posterior N(53.9604, .24752), so the
    // chance of a later value of 54 or more is 1 - pnorm(.0396 / 1.11693) = .4859. Few draws fit,
    // so
    // they are drawn anew; with about 1,100 that count the Monte Carlo error is .015.
    Plan plan = plan(new Baseline(50, 5, 1, 0), List.of(), higher(54, 8, AT));
    Update update = update(plan, 53, 55, 54.5, 53.5);
    assertThat(update.effective()).isBetween(500.0, 1999.0);
    assertThat(update.now().attained().value()).isCloseTo(.4859, within(.045));
    assertThat(update.now().attained().standardError()).isBetween(.01, .025);
    assertThat(update.now().path().get(8).p50()).isCloseTo(53.96, within(.12));
    assertThat(update.before().attained().value()).isCloseTo(.216, within(.014));
  }

  @Test
  void noiseGoesOnFromTheLastObservation() {
    // AR(1) .8 from 4 above: after two periods 2.56 above, with deviation 2 sqrt(1 - .8^4) =
    // 1.5368.
    Plan plan = plan(new Baseline(50, 0, 2, .8), List.of(), higher(52.56, 3, AT));
    Update update = update(plan, 51, 54);
    assertThat(update.effective()).isCloseTo(10_000, within(1e-6));
    assertThat(update.now().attained().value()).isCloseTo(.5, within(.016));
    assertThat(update.now().path().get(3).p90()).isCloseTo(52.56 + 1.28155 * 1.5368, within(.09));
    assertThat(update.now().path().get(1)).isEqualTo(new Spread(54, 54, 54));
  }

  @Test
  void observedPeriodsCountAsTheyAreAndGapsDoNot() {
    Baseline noisy = new Baseline(50, 0, 1, 0);
    Rule sustained = new Rule.Sustained(2, 3);
    Plan plan = plan(noisy, List.of(), higher(50, 2, sustained));
    assertThat(update(plan, 51, 49, 52).now().attained().value()).isOne();
    assertThat(update(plan, 51, Double.NaN, 49).now().attained().value()).isZero();
    assertThat(update(plan, 51, 49).now().attained().value()).isCloseTo(.5, within(.016));
  }

  @Test
  void dataBehindThePlanAreToldOf() {
    Plan plan = RichPlan.of(ElementRule.WEAKEST, AT);
    Update behind = update(plan, 70, 68, 70, 69, 70, 69, 68, 69, 68, 67);
    assertThat(behind.lag()).isLessThan(.05);
    assertThat(behind.now().attained().value()).isLessThan(behind.before().attained().value());
    assertThat(behind.now().grounds().warnings()).extracting(Warning::name).contains("behind-plan");
    Update impossible = update(plan, 30, 30, 30, 30);
    assertThat(impossible.now().grounds().warnings())
        .extracting(Warning::name)
        .contains("few-effective-draws");
  }

  @Test
  void aBaselineIsReadFromItsValues() {
    Baseline baseline = Baseline.of(Series.of(10, 12, 9, 11, 10, 8)).result().orElseThrow();
    assertThat(baseline.level()).isEqualTo(10);
    assertThat(baseline.deviation()).isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(baseline.autocorrelation()).isZero();
    assertThat(baseline.levelError()).isCloseTo(Math.sqrt(2 / 6.0), within(1e-12));
    assertThat(Baseline.of(Series.of(1, 2)).refusal()).isPresent();
    assertThat(Baseline.of(Series.of(1, 1, 1)).refusal()).isPresent();
  }

  @Test
  void whatIsLearnedFromFewValuesIsNotTakenAsKnown() {
    Baseline few = Baseline.of(Series.of(50, 52, 48, 51, 49, 52)).result().orElseThrow();
    Baseline known = new Baseline(few.level(), few.levelError(), few.deviation(), 0);
    Target far = higher(few.level() + 2.5 * few.deviation(), 8, AT);
    // Known: 1 - pnorm(2.5 / sqrt(7/6)) = .0103. Six values of independent noise: 1 - pt(2.3146, 5)
    // = .0342; that neighbours may resemble each other, which six values do not rule out, adds to
    // it.
    assertThat(chance(plan(known, List.of(), far))).isCloseTo(.0103, within(.004));
    assertThat(chance(plan(few, List.of(), far))).isBetween(.035, .13);
  }

  @Test
  void aSeasonThatWasLearnedIsUncertainToo() {
    // The mean of each position is 50. If neighbours are known not to resemble each other, the
    // width is by sqrt(11/8) sqrt((1 + 1/3) / (1 + 1/12)) t(8) / t(11) = 1.33 that without a
    // season.
    Series values = Series.of(51, 48, 50, 52, 49, 50, 53, 50, 50, 52, 47, 48);
    Baseline plain = Baseline.of(values).result().orElseThrow();
    Baseline seasonal = Baseline.withoutSeason(values, 4).result().orElseThrow();
    assertThat(seasonal.deviation() / plain.deviation())
        .isCloseTo(Math.sqrt(11 / 8.0), within(1e-12));
    Target target = higher(50, 8, AT);
    assertThat(width(forecast(plan(seasonal, List.of(), target)), 8))
        .isGreaterThan(1.1 * width(forecast(plan(plain, List.of(), target)), 8));
    assertThat(seasonal.learned().orElseThrow().cycle()).isEqualTo(4);
    // With no value at the third position, or none that differ at the same one, it cannot be.
    double gap = Double.NaN;
    assertThat(cycle(Series.of(50, 52, gap, 51, 49, 52, gap, 50), 4)).isOne();
    assertThat(cycle(Series.of(50, 52, 48, 50, 52, 48), 3)).isOne();
  }

  @Test
  void observationsTellOfTheNoiseToo() {
    Baseline quiet = Baseline.of(Series.of(50, 50.2, 49.8, 50.1, 49.9, 50)).result().orElseThrow();
    Update update = update(plan(quiet, List.of(), higher(51, 9, AT)), 50.6, 49.3, 50.7, 49.4, 50.8);
    assertThat(width(update.now(), 9)).isGreaterThan(1.5 * width(update.before(), 9));
    assertThat(update.now().attained().value()).isGreaterThan(update.before().attained().value());
  }

  private static int cycle(Series values, int cycle) {
    return Baseline.withoutSeason(values, cycle)
        .result()
        .flatMap(Baseline::learned)
        .orElseThrow()
        .cycle();
  }

  private static double width(Forecast forecast, int period) {
    Spread spread = forecast.path().get(period);
    return spread.p90() - spread.p10();
  }

  private static Lever lever(
      String name, Element element, double effect, Timing timing, double readiness) {
    return new Lever(name, element, Pert.constant(effect), timing, new Adoption.Full(), readiness);
  }

  private static Plan plan(Baseline baseline, List<Lever> levers, Target target) {
    return new Plan(baseline, levers, List.of(), ElementRule.WEAKEST, target, 10);
  }

  private static Target higher(double value, int due, Rule rule) {
    return new Target(value, Direction.HIGHER_IS_BETTER, due, rule);
  }

  private static double chance(Plan plan) {
    return forecast(plan).attained().value();
  }

  private static Forecast forecast(Plan plan) {
    return Attainment.forecast(plan, SIMULATION).result().orElseThrow();
  }

  private static Update update(Plan plan, double... observed) {
    return Attainment.update(plan, SIMULATION, Series.of(observed)).result().orElseThrow();
  }
}
