package outturn.evidence.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.series.ReferenceValues;

class PertTest {
  private static final Pert PERT = pert(2, 5, 14);

  @Test
  void momentsAndQuantilesAreThoseOfR() {
    ReferenceValues.of("benefit.pert")
        .hold(
            Map.of(
                "pert_2_5_14.mean", PERT.mean(),
                "pert_2_5_14.sd_beta", PERT.standardDeviation(),
                "pert_2_5_14.sd_classic", PERT.classicDeviation(),
                "pert_2_5_14.p10", PERT.quantile(.1),
                "pert_2_5_14.p50", PERT.quantile(.5),
                "pert_2_5_14.p90", PERT.quantile(.9)));
  }

  @Test
  void theQuantileUndoesTheCumulativeChance() {
    assertThat(PERT.cumulative(PERT.quantile(.3))).isCloseTo(.3, within(1e-9));
    assertThat(PERT.cumulative(1)).isZero();
    assertThat(PERT.cumulative(20)).isOne();
  }

  @Test
  void drawsHaveTheMomentsAndPercentilesOfTheDistribution() {
    // Monte Carlo error of the mean .0048, of a percentile about .008.
    for (Pert pert : new Pert[] {PERT, pert(0, 0, 1), pert(-3, 5, 5)}) {
      double[] draws = draws(pert, 200_000);
      double scale = pert.standardDeviation();
      assertThat(
              IntStream.range(0, draws.length).mapToDouble(i -> draws[i]).average().orElseThrow())
          .isCloseTo(pert.mean(), within(.01 * scale));
      Spread spread = Spread.of(draws);
      assertThat(spread.p10()).isCloseTo(pert.quantile(.1), within(.02 * scale));
      assertThat(spread.p50()).isCloseTo(pert.quantile(.5), within(.02 * scale));
      assertThat(spread.p90()).isCloseTo(pert.quantile(.9), within(.02 * scale));
    }
  }

  @Test
  void sameSeedSameDraws() {
    assertThat(draws(PERT, 100)).containsExactly(draws(PERT, 100));
    assertThat(new Seed(7).generator().nextLong()).isNotEqualTo(new Seed(8).generator().nextLong());
  }

  @Test
  void threeEqualValuesAreAConstant() {
    Pert constant = Pert.constant(3);
    assertThat(constant).isEqualTo(pert(3, 3, 3));
    assertThat(constant.mean()).isEqualTo(3);
    assertThat(constant.standardDeviation()).isZero();
    assertThat(constant.quantile(.9)).isEqualTo(3);
    assertThat(constant.cumulative(2.9)).isZero();
    assertThat(constant.cumulative(3)).isOne();
    assertThat(draws(constant, 3)).containsExactly(3, 3, 3);
  }

  @Test
  void aModeOutsideTheRangeIsRefused() {
    assertThat(reason(Pert.of(2, 1, 3))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(Pert.of(2, 4, 3))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(Pert.of(Double.NaN, 4, 3))).isEqualTo(Reason.NOT_A_NUMBER);
    assertThat(reason(Pert.of(1, 4, Double.POSITIVE_INFINITY))).isEqualTo(Reason.NOT_A_NUMBER);
    assertThat(Pert.of(2, 4, 3).refusal().orElseThrow().text()).contains("2.0, 4.0, 3.0");
  }

  private static Reason reason(Answer<Pert> answer) {
    return answer.refusal().orElseThrow().reason();
  }

  private static Pert pert(double low, double mode, double high) {
    return Pert.of(low, mode, high).result().orElseThrow();
  }

  private static double[] draws(Pert pert, int count) {
    RandomGenerator random = new Seed(20260901).generator();
    return IntStream.range(0, count).mapToDouble(i -> pert.draw(i, random)).toArray();
  }
}
