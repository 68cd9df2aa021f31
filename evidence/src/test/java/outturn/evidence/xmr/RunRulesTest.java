package outturn.evidence.xmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.series.Series;

class RunRulesTest {
  private static final double GAP = Double.NaN;

  /// Centre 0, limits 3, so two thirds are 2.
  private static final Limits LIMITS = new Limits(0, -3, 3, 1, 3);

  @Test
  void onlyAValueStrictlyBeyondALimitIsOutside() {
    assertThat(marked(Rule.OUTSIDE, RuleSet.NHS, 3, 3.1, 0, -3, -3.1)).containsExactly(1, 4);
  }

  @Test
  void aShiftMarksTheWholeRun() {
    double[] values = {-1, 1, 1, 1, 1, 1, 1, 1, 1, -1};
    assertThat(marked(Rule.SHIFT, RuleSet.NHS, values)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void aValueOnTheCentreLineEndsAShift() {
    assertThat(marked(Rule.SHIFT, RuleSet.NHS, 1, 1, 1, 0, 1, 1, 1, 1)).isEmpty();
  }

  @Test
  void sevenRisingPointsAreATrendAndSixAreNot() {
    assertThat(marked(Rule.TREND, RuleSet.NHS, -1.2, -.8, -.4, .1, .4, .8)).isEmpty();
    assertThat(marked(Rule.TREND, RuleSet.NHS, 0, -1.2, -.8, -.4, .1, .4, .8, 1.2))
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void aTieEndsATrend() {
    assertThat(marked(Rule.TREND, RuleSet.NHS, -1.2, -.8, -.4, -.4, .1, .4, .8, 1.2)).isEmpty();
  }

  @Test
  void twoOfThreeMarksOnlyThePointsBeyondTwoThirds() {
    assertThat(marked(Rule.TWO_OF_THREE, RuleSet.NHS, 2.5, .5, 2.5)).containsExactly(0, 2);
    assertThat(marked(Rule.TWO_OF_THREE, RuleSet.NHS, 2, .5, 2.5)).isEmpty();
  }

  @Test
  void theThirdOfTwoOfThreeMustLieOnTheSameSideForTheNhsOnly() {
    assertThat(marked(Rule.TWO_OF_THREE, RuleSet.NHS, 2.5, -.5, 2.5)).isEmpty();
    assertThat(marked(Rule.TWO_OF_THREE, RuleSet.NELSON, 2.5, -.5, 2.5)).containsExactly(0, 2);
  }

  @Test
  void nelsonNeedsNineForAShiftAndSixForATrend() {
    assertThat(marked(Rule.SHIFT, RuleSet.NELSON, 1, 1, 1, 1, 1, 1, 1, 1)).isEmpty();
    assertThat(marked(Rule.SHIFT, RuleSet.NELSON, 1, 1, 1, 1, 1, 1, 1, 1, 1)).hasSize(9);
    assertThat(marked(Rule.TREND, RuleSet.NELSON, -1.2, -.8, -.4, .1, .4, .8)).hasSize(6);
  }

  @Test
  void aMissingPeriodEndsEveryRun() {
    assertThat(marked(Rule.SHIFT, RuleSet.NHS, 1, 1, 1, 1, GAP, 1, 1, 1)).isEmpty();
    assertThat(marked(Rule.TREND, RuleSet.NHS, 0, .1, .2, .3, GAP, .5, .6, .7)).isEmpty();
    assertThat(marked(Rule.TWO_OF_THREE, RuleSet.NELSON, 2.5, GAP, 2.5)).isEmpty();
  }

  @Test
  void signalsComeInOrderOfPriority() {
    List<List<Signal>> signals =
        RunRules.read(Series.of(.1, .2, .3, .4, 2.5, 2.6, 3.5), LIMITS, RuleSet.NHS);
    assertThat(signals.getLast())
        .extracting(Signal::rule)
        .containsExactly(Rule.OUTSIDE, Rule.TREND, Rule.TWO_OF_THREE, Rule.SHIFT);
    assertThat(signals.getFirst()).extracting(Signal::rule).containsExactly(Rule.TREND, Rule.SHIFT);
  }

  @Test
  void degenerateLimitsReadNothing() {
    assertThat(RunRules.read(Series.of(5, 6, 7), new Limits(5, 5, 5, 0, 0), RuleSet.NHS))
        .allMatch(List::isEmpty);
  }

  private static List<Integer> marked(Rule rule, RuleSet rules, double... values) {
    List<List<Signal>> signals = RunRules.read(Series.of(values), LIMITS, rules);
    return IntStream.range(0, values.length)
        .filter(i -> signals.get(i).stream().anyMatch(signal -> signal.rule() == rule))
        .boxed()
        .toList();
  }
}
