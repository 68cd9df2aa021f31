package outturn.evidence.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import outturn.evidence.attainment.Target.Rule;
import outturn.evidence.quantity.Pert;
import outturn.evidence.quantity.Seed;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Direction;

class PlanCheckTest {
  private static final Seed SEED = new Seed(1);
  private static final Baseline BASELINE = new Baseline(50, 0, 1, 0);
  private static final Target TARGET = target(5, new Rule.At());

  @Test
  void targetsThatCannotBeJudgedAreRefused() {
    assertThat(refusal(plan(target(10, new Rule.At())))).contains("due in period 10");
    assertThat(refusal(plan(target(-1, new Rule.At())))).contains("due in period -1");
    assertThat(refusal(plan(target(5, new Rule.Sustained(2, 7))))).contains("2 of 7 periods");
    assertThat(refusal(plan(target(5, new Rule.Sustained(3, 2))))).contains("3 of 2 periods");
    assertThat(refusal(plan(target(5, new Rule.Sustained(0, 2))))).contains("0 of 2 periods");
    Target neutral = new Target(1, Direction.NEUTRAL, 5, new Rule.At());
    assertThat(refusal(plan(neutral))).contains("say which way is better");
    Target nothing = new Target(Double.NaN, Direction.LOWER_IS_BETTER, 5, new Rule.At());
    assertThat(refusal(plan(nothing))).contains("NaN");
  }

  @Test
  void leversThatCannotActAreRefused() {
    Timing now = Timing.from(0);
    assertThat(refusal(lever(Timing.from(Double.NaN)))).contains("Lever tool needs a start");
    assertThat(refusal(lever(now.withDelay(-1)))).contains("delay");
    assertThat(refusal(lever(now.withRamp(Double.POSITIVE_INFINITY)))).contains("ramp");
    assertThat(refusal(lever(now.withHalfLife(0)))).contains("half-life");
    assertThat(refusal(lever(now.with(new Slip(0, 3))))).contains("slip of lever tool");
    assertThat(refusal(lever(now.with(new Slip(3, 2))))).contains("slip of lever tool");
    assertThat(refusal(lever(new Adoption.Full(), 1.2))).contains("readiness of lever tool");
    assertThat(refusal(lever(new Adoption.Linear(0, 1), 1))).contains("adoption of lever tool");
    assertThat(refusal(lever(new Adoption.Linear(3, 85), 1))).contains("ceiling up to 1");
    assertThat(refusal(lever(new Adoption.Logistic(3, 0, 1), 1))).contains("adoption");
    Adoption percent = new Adoption.Measured(List.of(85.0), new Adoption.Full());
    assertThat(refusal(lever(percent, 1))).contains("adoption");
    Adoption nothing = new Adoption.Measured(List.of(), new Adoption.Full());
    assertThat(refusal(lever(nothing, 1))).contains("adoption");
    assertThat(refusal(lever(new Adoption.Bass(0, .4, 1), 1))).contains("adoption");
  }

  @Test
  void plansThatCannotBeSimulatedAreRefused() {
    Lever lever = tool(Timing.from(0), new Adoption.Full(), 1);
    Plan twice = plan(BASELINE, List.of(lever, lever), List.of(), 10);
    assertThat(refusal(twice)).contains("called tool");
    Contingency unlikely = Contingency.ofRisk("strike", 1.5, Pert.constant(1));
    assertThat(refusal(plan(BASELINE, List.of(), List.of(unlikely), 10)))
        .contains("probability of strike");
    assertThat(refusal(plan(new Baseline(50, 0, -1, 0), List.of(), List.of(), 10)))
        .contains("baseline");
    assertThat(refusal(plan(new Baseline(50, 0, 1, 1), List.of(), List.of(), 10)))
        .contains("autocorrelation");
    assertThat(refusal(plan(BASELINE, List.of(), List.of(), 0))).contains("1 period or more");
    Simulation few = new Simulation(10, SEED);
    assertThat(Attainment.forecast(plan(TARGET), few).refusal()).isPresent();
    Simulation many = new Simulation(10_000_000, SEED);
    assertThat(Attainment.forecast(plan(TARGET), many).refusal()).isPresent();
  }

  @Test
  void observationsThatDoNotFitThePlanAreRefused() {
    Simulation simulation = Simulation.standard(SEED);
    Plan plan = plan(TARGET);
    assertThat(Attainment.update(plan, simulation, Series.of()).refusal()).isPresent();
    assertThat(Attainment.update(plan, simulation, Series.of(Double.NaN)).refusal()).isPresent();
    assertThat(Attainment.update(plan, simulation, Series.of(new double[11])).refusal())
        .isPresent();
    Plan certain = plan(new Baseline(50, 0, 0, 0), List.of(), List.of(), 10);
    assertThat(Attainment.update(certain, simulation, Series.of(1)).refusal().orElseThrow().text())
        .contains("its deviation is 0");
  }

  private static String refusal(Plan plan) {
    return Attainment.forecast(plan, Simulation.standard(SEED)).refusal().orElseThrow().text();
  }

  private static Plan lever(Timing timing) {
    return plan(BASELINE, List.of(tool(timing, new Adoption.Full(), 1)), List.of(), 10);
  }

  private static Plan lever(Adoption adoption, double readiness) {
    return plan(BASELINE, List.of(tool(Timing.from(0), adoption, readiness)), List.of(), 10);
  }

  private static Lever tool(Timing timing, Adoption adoption, double readiness) {
    return new Lever("tool", Element.TECHNOLOGY, Pert.constant(1), timing, adoption, readiness);
  }

  private static Plan plan(Target target) {
    return new Plan(BASELINE, List.of(), List.of(), ElementRule.WEAKEST, target, 10);
  }

  private static Plan plan(
      Baseline baseline, List<Lever> levers, List<Contingency> contingencies, int periods) {
    return new Plan(baseline, levers, contingencies, ElementRule.WEAKEST, TARGET, periods);
  }

  private static Target target(int due, Rule rule) {
    return new Target(60, Direction.HIGHER_IS_BETTER, due, rule);
  }
}
