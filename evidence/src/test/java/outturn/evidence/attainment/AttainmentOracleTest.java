package outturn.evidence.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static outturn.evidence.attainment.RichPlan.AT;
import static outturn.evidence.attainment.RichPlan.BY;
import static outturn.evidence.attainment.RichPlan.SUSTAINED;

import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import outturn.evidence.attainment.Target.Rule;
import outturn.evidence.quantity.Seed;
import outturn.evidence.quantity.Spread;
import outturn.evidence.series.Series;

/// Against the independent simulation of oracle/attainment.py, whose Monte Carlo error is .0005;
/// ours is .0025 for a chance, .025 for a percentile, .005 for a correlation.
class AttainmentOracleTest {
  private static final Simulation SIMULATION = new Simulation(40_000, new Seed(20260910));
  private static final Offset<Double> CHANCE = within(.0085);
  private static final Offset<Double> VALUE = within(.09);
  private static final Offset<Double> CORRELATION = within(.02);
  private static final Forecast AT_THE_END = forecast(ElementRule.WEAKEST, AT);
  private static final Series OBSERVED = Series.of(70.5, 69, Double.NaN, 72, 73, 71.5, 74, 75);

  @Test
  void chancesOfTheWeakestElementAreThoseOfTheOracle() {
    assertThat(AT_THE_END.attained().value()).isCloseTo(.3694, CHANCE);
    Forecast by = forecast(ElementRule.WEAKEST, BY);
    assertThat(by.attained().value()).isCloseTo(.8904, CHANCE);
    assertThat(by.withoutPeople().value()).isCloseTo(.0059, within(.0015));
    assertThat(chance(ElementRule.WEAKEST, SUSTAINED)).isCloseTo(.3266, CHANCE);
  }

  @Test
  void chancesOfTheProductAreThoseOfTheOracle() {
    assertThat(chance(ElementRule.PRODUCT, AT)).isCloseTo(.4589, CHANCE);
    assertThat(chance(ElementRule.PRODUCT, BY)).isCloseTo(.9285, CHANCE);
    assertThat(chance(ElementRule.PRODUCT, SUSTAINED)).isCloseTo(.4394, CHANCE);
  }

  @Test
  void thePathIsThatOfTheOracle() {
    near(AT_THE_END.path().get(8), 71.577, 74.878, 77.956);
    near(AT_THE_END.path().get(16), 72.75, 76.663, 80.076);
    near(AT_THE_END.path().get(23), 72.212, 76.082, 79.452);
  }

  @Test
  void theTornadoIsThatOfTheOracle() {
    Map<String, Double> found =
        AT_THE_END.drivers().stream()
            .collect(
                Collectors.toMap(
                    driver -> driver.kind() + " " + driver.name(), Driver::correlation));
    Map<String, Double> expected =
        Map.of(
            "EFFECT training", .21,
            "START training", -.001,
            "EFFECT desk", .085,
            "EFFECT mail", .179,
            "START mail", .022,
            "EFFECT reminder", .153,
            "CONTINGENCY strike", .528,
            "CONTINGENCY postage", .207,
            "LEVEL level", .17);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((driver, correlation) ->
        assertThat(found.get(driver)).as(driver).isCloseTo(correlation, CORRELATION));
    assertThat(AT_THE_END.drivers().getFirst().name()).isEqualTo("strike");
  }

  @Test
  void observationsMoveTheChancesAsInTheOracle() {
    Update at = update(AT);
    assertThat(at.now().attained().value()).isCloseTo(.431, CHANCE);
    assertThat(at.effective() / SIMULATION.draws()).isCloseTo(.7097, within(.01));
    assertThat(update(BY).now().attained().value()).isCloseTo(.9429, CHANCE);
    assertThat(update(SUSTAINED).now().attained().value()).isCloseTo(.4012, CHANCE);
  }

  private static void near(Spread found, double p10, double p50, double p90) {
    assertThat(found.p10()).isCloseTo(p10, VALUE);
    assertThat(found.p50()).isCloseTo(p50, VALUE);
    assertThat(found.p90()).isCloseTo(p90, VALUE);
  }

  private static double chance(ElementRule elements, Rule rule) {
    return forecast(elements, rule).attained().value();
  }

  private static Forecast forecast(ElementRule elements, Rule rule) {
    return Attainment.forecast(RichPlan.of(elements, rule), SIMULATION).result().orElseThrow();
  }

  private static Update update(Rule rule) {
    return Attainment.update(RichPlan.of(ElementRule.WEAKEST, rule), SIMULATION, OBSERVED)
        .result()
        .orElseThrow();
  }
}
