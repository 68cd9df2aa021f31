package outturn.evidence.xmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import outturn.evidence.series.Series;

class FalseAlarmsTest {
  private static final Offset<Double> TABLE = within(1e-9);

  @Test
  void noiseRaisesTheSpecifiedShareOfFalseAlarms() {
    int charts = 40_000;
    Random random = new Random(20260101);
    Map<Rule, Integer> found = new EnumMap<>(Rule.class);
    int any = 0;
    for (int i = 0; i < charts; i++) {
      Series noise = Series.of(random.doubles(24).map(_ -> random.nextGaussian()).toArray());
      XmrOptions options = XmrOptions.standard(Direction.NEUTRAL).with(LimitRule.WHEELER);
      XmrChart chart = Xmr.of(noise, options);
      for (Rule rule : Rule.values()) {
        if (raised(chart, rule)) {
          found.merge(rule, 1, Integer::sum);
        }
      }
      any += chart.points().stream().anyMatch(XmrPoint::isSpecialCause) ? 1 : 0;
    }
    FalseAlarms expected = FalseAlarms.independent(24);
    near(found.get(Rule.OUTSIDE), charts, expected.outside());
    near(found.get(Rule.SHIFT), charts, expected.shift());
    near(found.get(Rule.TREND), charts, expected.trend());
    near(found.get(Rule.TWO_OF_THREE), charts, expected.twoOfThree());
    near(any, charts, expected.any());
  }

  @Test
  void theSimulatedLengthsAreGivenAsTheyAre() {
    assertThat(FalseAlarms.independent(12).any()).isCloseTo(.050, TABLE);
    assertThat(FalseAlarms.independent(24).shift()).isCloseTo(.084, TABLE);
    assertThat(FalseAlarms.independent(36).any()).isCloseTo(.254, TABLE);
  }

  @Test
  void otherLengthsLieBetweenAndNeverReachOne() {
    assertThat(FalseAlarms.independent(0).any()).isZero();
    assertThat(FalseAlarms.independent(18).any()).isBetween(.050, .151);
    assertThat(FalseAlarms.independent(60).any()).isBetween(.254, .5);
    assertThat(FalseAlarms.independent(2000).any()).isBetween(.99, 1.0);
  }

  @Test
  void twoPhasesCountAsTwoCharts() {
    Series noise = Series.of(new Random(1).doubles(48).toArray());
    XmrOptions options = XmrOptions.standard(Direction.NEUTRAL).withPhases(PhaseStart.at(24));
    assertThat(Xmr.of(noise, options).falseAlarmShare()).isCloseTo(1 - .849 * .849, TABLE);
  }

  private static boolean raised(XmrChart chart, Rule rule) {
    return chart.points().stream()
        .flatMap(point -> point.signals().stream())
        .anyMatch(signal -> signal.rule() == rule);
  }

  private static void near(int found, int charts, double expected) {
    assertThat(found / (double) charts).isCloseTo(expected, within(.01));
  }
}
