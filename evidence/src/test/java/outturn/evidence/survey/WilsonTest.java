package outturn.evidence.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.quantity.Seed;
import outturn.evidence.series.ReferenceValues;
import outturn.evidence.survey.Newcombe.Group;

class WilsonTest {
  private static final Population LARGE = Population.large();

  @Test
  void newcombesExamplesComeOut() {
    Interval difference = newcombe(new Group(56, 70), new Group(48, 80));
    Interval extreme = newcombe(new Group(10, 10), new Group(0, 20));
    ReferenceValues.of("survey.proportion")
        .hold(
            Map.ofEntries(
                Map.entry("wilson_81_263.lo", wilson(81, 263).lower()),
                Map.entry("wilson_81_263.hi", wilson(81, 263).upper()),
                Map.entry("wilson_15_148.lo", wilson(15, 148).lower()),
                Map.entry("wilson_15_148.hi", wilson(15, 148).upper()),
                Map.entry("wilson_0_20.lo", wilson(0, 20).lower()),
                Map.entry("wilson_0_20.hi", wilson(0, 20).upper()),
                Map.entry("wilson_1_29.lo", wilson(1, 29).lower()),
                Map.entry("wilson_1_29.hi", wilson(1, 29).upper()),
                Map.entry("newcombe_56_70_48_80.lo", difference.lower()),
                Map.entry("newcombe_56_70_48_80.hi", difference.upper()),
                Map.entry("newcombe_10_10_0_20.lo", extreme.lower()),
                Map.entry("newcombe_10_10_0_20.hi", extreme.upper())));
  }

  @Test
  void theIntervalStaysInsideAtBothEnds() {
    assertThat(wilson(0, 5).lower()).isZero();
    assertThat(wilson(5, 5).upper()).isOne();
    assertThat(wilson(5, 5).lower()).isCloseTo(1 - wilson(0, 5).upper(), within(1e-12));
  }

  @Test
  void ofASmallPopulationTheSameAnswersTellMore() {
    // oracle/survey.R: half of n_adj = 50 * 99 / 50 = 99 answers.
    Interval half = interval(Wilson.of(25, 50, new Population(100), .95));
    assertThat(half.lower()).isCloseTo(.4033651, within(1e-6));
    assertThat(half.upper()).isCloseTo(.5966349, within(1e-6));
    assertThat(interval(Wilson.of(25, 100, new Population(100), .95)).width()).isZero();
    assertThat(interval(Wilson.of(1, 1, new Population(1), .95)).width()).isZero();
  }

  @Test
  void theIntervalCoversTheTrueShareAsOftenAsItShould() {
    // Exact coverage of 40 answers, oracle/wilson_coverage.py: it moves around .95 with n and p,
    // see
    // Brown, Cai, DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16
    // (2001), 101-133. Monte Carlo error .0026 at most.
    Map<Double, Double> exact = Map.of(.05, .95197, .2, .9283, .35, .93345, .5, .96152);
    exact.forEach(
        (share, expected) -> assertThat(coverage(share, 40)).isCloseTo(expected, within(.0078)));
  }

  @Test
  void weightedSharesTakeTheEffectiveNumber() {
    Estimate estimate = Wilson.weighted(.2, 50, .95).result().orElseThrow();
    assertThat(estimate.interval()).isEqualTo(wilson(10, 50));
    assertThat(Wilson.weighted(1.2, 50, .95).refusal().orElseThrow().reason())
        .isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(Wilson.weighted(.2, 0, .95).refusal().orElseThrow().reason())
        .isEqualTo(Reason.TOO_FEW);
    assertThat(Wilson.weighted(.2, 5, 0).refusal().orElseThrow().reason())
        .isEqualTo(Reason.OUT_OF_RANGE);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThat(reason(Wilson.of(0, 0, LARGE, .95))).isEqualTo(Reason.TOO_FEW);
    assertThat(reason(Wilson.of(6, 5, LARGE, .95))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(Wilson.of(-1, 5, LARGE, .95))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(Wilson.of(1, 5, LARGE, 95))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(Wilson.of(1, 5, new Population(4), .95))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(Newcombe.difference(new Group(1, 2), new Group(3, 2), .95)))
        .isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(Newcombe.difference(new Group(1, 2), new Group(1, 2), 1)))
        .isEqualTo(Reason.OUT_OF_RANGE);
  }

  private static double coverage(double share, int answers) {
    RandomGenerator random = new Seed(20260902).generator();
    int samples = 10_000;
    int covered = 0;
    for (int i = 0; i < samples; i++) {
      int counted =
          (int) IntStream.range(0, answers).filter(_ -> random.nextDouble() < share).count();
      covered += wilson(counted, answers).contains(share) ? 1 : 0;
    }
    return covered / (double) samples;
  }

  private static Interval wilson(int counted, int answers) {
    return interval(Wilson.of(counted, answers, LARGE, .95));
  }

  private static Interval newcombe(Group first, Group second) {
    return interval(Newcombe.difference(first, second, .95));
  }

  private static Interval interval(Answer<Finding> answer) {
    return answer.result().orElseThrow().estimate().interval();
  }

  private static Reason reason(Answer<Finding> answer) {
    return answer.refusal().orElseThrow().reason();
  }
}
