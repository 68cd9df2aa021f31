package outturn.evidence.xmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.series.Series;

class XmrTest {
  private static final XmrOptions HIGHER = XmrOptions.standard(Direction.HIGHER_IS_BETTER);

  /// 14 values around 10 with moving ranges of 1.
  private static final double[] CALM = {10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9, 10, 11};

  @Test
  void aCalmSeriesHasLimitsNoSignalsAndNoWarnings() {
    XmrChart chart = Xmr.of(Series.of(CALM), HIGHER);
    assertThat(chart.phases()).hasSize(1);
    assertThat(limits(chart, 0).upper() - limits(chart, 0).centre()).isCloseTo(2.66, within(1e-9));
    assertThat(chart.points()).hasSize(14).noneMatch(XmrPoint::isSpecialCause);
    assertThat(chart.warnings()).isEmpty();
  }

  @Test
  void directionTurnsTheSameSignalIntoGoodBadOrNeither() {
    Series series = Series.of(append(CALM, 20));
    assertThat(last(Xmr.of(series, HIGHER)).variation()).isEqualTo(Variation.IMPROVEMENT);
    assertThat(last(Xmr.of(series, XmrOptions.standard(Direction.LOWER_IS_BETTER))).variation())
        .isEqualTo(Variation.CONCERN);
    assertThat(last(Xmr.of(series, XmrOptions.standard(Direction.NEUTRAL))).variation())
        .isEqualTo(Variation.NEUTRAL);
    assertThat(last(Xmr.of(series, HIGHER)).signal()).contains(new Signal(Rule.OUTSIDE, Side.HIGH));
  }

  @Test
  void everyPhaseHasItsOwnLimitsAndNoMovingRangeCrossesTheBorder() {
    double[] higher = Arrays.stream(CALM).map(v -> v + 50).toArray();
    XmrChart chart = Xmr.of(Series.of(append(CALM, higher)), HIGHER.withPhases(PhaseStart.at(14)));
    assertThat(chart.phases()).hasSize(2);
    assertThat(limits(chart, 1).centre() - limits(chart, 0).centre()).isCloseTo(50, within(1e-9));
    assertThat(limits(chart, 0).movingRange()).isEqualTo(1);
    assertThat(limits(chart, 1).movingRange()).isEqualTo(1);
    assertThat(chart.points()).noneMatch(XmrPoint::isSpecialCause);
    assertThat(chart.points().get(14).phase()).isEqualTo(1);
  }

  @Test
  void frozenLimitsJudgeLaterValues() {
    double[] higher = {14, 15, 14, 15};
    XmrOptions frozen = HIGHER.withPhases(PhaseStart.at(0).fixedAfter(14));
    XmrChart chart = Xmr.of(Series.of(append(CALM, higher)), frozen);
    assertThat(limits(chart, 0)).isEqualTo(limits(Xmr.of(Series.of(CALM), HIGHER), 0));
    assertThat(chart.points().subList(14, 18))
        .allMatch(point -> point.variation() == Variation.IMPROVEMENT);
  }

  @Test
  void missingPeriodsStayGaps() {
    XmrChart chart = Xmr.of(Series.of(10, 12, Double.NaN, 30, 32), HIGHER);
    assertThat(limits(chart, 0).movingRange()).isEqualTo(2);
    assertThat(chart.points().get(2).isMissing()).isTrue();
    assertThat(chart.points().get(2).isSpecialCause()).isFalse();
    assertThat(chart.phases().getFirst().count()).isEqualTo(4);
  }

  @Test
  void assuranceHoldsTheTargetAgainstTheLastLimits() {
    Series series = Series.of(append(new double[] {90, 91, 90, 91}, CALM));
    XmrChart higher = Xmr.of(series, HIGHER.withPhases(PhaseStart.at(4)));
    assertThat(higher.assurance(20)).isEqualTo(Assurance.FAILS);
    assertThat(higher.assurance(2)).isEqualTo(Assurance.PASSES);
    assertThat(higher.assurance(10)).isEqualTo(Assurance.HIT_AND_MISS);
    XmrOptions lower = XmrOptions.standard(Direction.LOWER_IS_BETTER);
    assertThat(Xmr.of(Series.of(CALM), lower).assurance(20)).isEqualTo(Assurance.PASSES);
    assertThat(Xmr.of(Series.of(CALM), lower).assurance(2)).isEqualTo(Assurance.FAILS);
    XmrOptions neutral = XmrOptions.standard(Direction.NEUTRAL);
    assertThat(Xmr.of(Series.of(CALM), neutral).assurance(20)).isEqualTo(Assurance.UNKNOWN);
  }

  @Test
  void fewerThanTwoAdjacentValuesGiveNoLimits() {
    for (Series series : new Series[] {Series.of(3), Series.of(3, Double.NaN, 4)}) {
      XmrChart chart = Xmr.of(series, HIGHER);
      assertThat(chart.phases().getFirst().limits()).isEmpty();
      assertThat(chart.warnings())
          .extracting(Warning::kind)
          .containsExactly(Warning.Kind.NO_LIMITS);
      assertThat(chart.assurance(1)).isEqualTo(Assurance.UNKNOWN);
      assertThat(chart.points()).noneMatch(XmrPoint::isSpecialCause);
    }
  }

  @Test
  void anEmptySeriesIsAnEmptyChart() {
    XmrChart chart = Xmr.of(Series.of(), HIGHER);
    assertThat(chart.points()).isEmpty();
    assertThat(chart.assurance(1)).isEqualTo(Assurance.UNKNOWN);
    assertThat(chart.falseAlarmShare()).isZero();
  }

  @Test
  void aConstantSeriesHasItsMeanAsLimitsAndReadsNoSignals() {
    XmrChart chart = Xmr.of(Series.of(DoubleStream.generate(() -> 7).limit(20).toArray()), HIGHER);
    assertThat(limits(chart, 0).lower()).isEqualTo(7);
    assertThat(limits(chart, 0).upper()).isEqualTo(7);
    assertThat(chart.warnings()).extracting(Warning::kind).containsExactly(Warning.Kind.CONSTANT);
    assertThat(chart.points()).noneMatch(XmrPoint::isSpecialCause);
  }

  @Test
  void fewerThanThirteenValuesAreWarnedOf() {
    XmrChart twelve = Xmr.of(Series.of(Arrays.copyOf(CALM, 12)), HIGHER);
    assertThat(twelve.warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.FEW_POINTS);
    assertThat(Xmr.of(Series.of(Arrays.copyOf(CALM, 13)), HIGHER).warnings()).isEmpty();
  }

  @Test
  void valuesThatFollowEachOtherAreWarnedOf() {
    double[] slow = new double[40];
    for (int i = 0; i < slow.length; i++) {
      slow[i] = Math.sin(i / 5.0);
    }
    XmrChart chart = Xmr.of(Series.of(slow), HIGHER);
    assertThat(chart.warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.AUTOCORRELATED);
    assertThat(chart.warnings().getFirst().text())
        .contains("correlation 0.9")
        .contains("too narrow");
  }

  @Test
  void aPhaseBehindTheEndIsRefused() {
    assertThatThrownBy(() -> Xmr.of(Series.of(1, 2), HIGHER.withPhases(PhaseStart.at(2))))
        .hasMessageContaining("starts at 2 but the series has 2 periods");
    assertThatThrownBy(() -> HIGHER.withPhases(PhaseStart.at(5), PhaseStart.at(5)))
        .hasMessageContaining("must ascend");
  }

  private static Limits limits(XmrChart chart, int phase) {
    return chart.phases().get(phase).limits().orElseThrow();
  }

  private static XmrPoint last(XmrChart chart) {
    return chart.points().getLast();
  }

  private static double[] append(double[] first, double... second) {
    return DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }
}
