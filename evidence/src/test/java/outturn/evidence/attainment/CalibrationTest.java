package outturn.evidence.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import outturn.evidence.attainment.Target.Rule;
import outturn.evidence.quantity.Pert;
import outturn.evidence.quantity.Seed;
import outturn.evidence.quantity.Spread;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Direction;

/// Plans by chance, of which each comes true once, by its own assumptions: chances must be as often
/// right as they say. 400 plans; the Monte Carlo error of a share of one half in 80 of them is
/// .056.
class CalibrationTest {
  private static final int PLANS = 400;
  private static final int PERIODS = 18;
  private static final int SEEN = 8;

  /// A chance and what came of it.
  private record Scored(double chance, boolean isReached) {}

  @Test
  void chancesBeforeAndAfterDataAreAsOftenRightAsTheySay() {
    RandomGenerator random = new Seed(20260912).generator();
    List<Scored> before = new ArrayList<>();
    List<Scored> after = new ArrayList<>();
    int inside = 0;
    for (int i = 0; i < PLANS; i++) {
      Plan plan = plan(random);
      double[] values = SimulatedWorld.of(plan, random);
      Simulation simulation = new Simulation(1000, new Seed(i));
      Series seen = Series.of(Arrays.copyOf(values, SEEN));
      Update update = Attainment.update(plan, simulation, seen).result().orElseThrow();
      boolean isReached = SimulatedWorld.isReached(plan.target(), values);
      before.add(new Scored(update.before().attained().value(), isReached));
      after.add(new Scored(update.now().attained().value(), isReached));
      Spread due = update.now().path().get(PERIODS - 1);
      double last = values[PERIODS - 1];
      inside += due.p10() <= last && last <= due.p90() ? 1 : 0;
    }
    isCalibrated(before);
    isCalibrated(after);
    assertThat(brier(after)).isLessThan(brier(before));
    // Error .02; the percentiles of few effective draws are a little too narrow.
    assertThat(inside / (double) PLANS).isBetween(.73, .87);
  }

  /// The share that came true lies within 3.3 standard errors of the mean chance, in all and in
  /// each fifth of the chances.
  private static void isCalibrated(List<Scored> scores) {
    within(scores);
    for (int fifth = 0; fifth < 5; fifth++) {
      double from = fifth / 5.0;
      within(
          scores.stream()
              .filter(score -> score.chance() >= from && score.chance() < from + .2)
              .toList());
    }
  }

  private static void within(List<Scored> scores) {
    double difference = 0;
    double variance = 0;
    for (Scored score : scores) {
      difference += (score.isReached() ? 1 : 0) - score.chance();
      variance += score.chance() * (1 - score.chance());
    }
    assertThat(Math.abs(difference)).isLessThanOrEqualTo(3.3 * Math.sqrt(variance) + .5);
  }

  private static double brier(List<Scored> scores) {
    return scores.stream()
        .mapToDouble(score -> Math.pow((score.isReached() ? 1 : 0) - score.chance(), 2))
        .average()
        .orElseThrow();
  }

  private static Plan plan(RandomGenerator random) {
    List<Lever> levers = new ArrayList<>();
    for (Element element : Element.values()) {
      for (int i = 0; i <= random.nextInt(2); i++) {
        levers.add(lever(element + " " + i, element, random));
      }
    }
    Baseline baseline = new Baseline(50, random.nextDouble(), 2, random.nextDouble(.7));
    Pert impact = Pert.of(-6, -3, 0).result().orElseThrow();
    Target target =
        new Target(
            50 + 8 * random.nextDouble(),
            Direction.HIGHER_IS_BETTER,
            PERIODS - 1,
            random.nextBoolean() ? new Rule.At() : new Rule.Sustained(3, 5));
    return new Plan(
        baseline,
        levers,
        List.of(Contingency.ofRisk("risk", random.nextDouble(), impact)),
        ElementRule.WEAKEST,
        target,
        PERIODS);
  }

  private static Lever lever(String name, Element element, RandomGenerator random) {
    double most = 1 + 4 * random.nextDouble();
    Pert effect = Pert.of(0, most * random.nextDouble(), most).result().orElseThrow();
    Timing timing =
        Timing.from(random.nextInt(5)).withDelay(random.nextInt(2)).withRamp(random.nextInt(4));
    return new Lever(
        name, element, effect, timing, new Adoption.Full(), .5 + .5 * random.nextDouble());
  }
}
