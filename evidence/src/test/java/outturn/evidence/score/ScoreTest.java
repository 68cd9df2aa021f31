package outturn.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Reason;
import outturn.evidence.score.Resolved.Result;

/// Expected values by hand.
class ScoreTest {
  @Test
  void theSymmetricErrorIsTwiceTheDistanceOverBothSizes() {
    assertThat(PointScore.symmetricPercent(100, 50)).isCloseTo(200 / 3.0, within(1e-12));
    assertThat(PointScore.symmetricPercent(-1, 1)).isEqualTo(200);
    assertThat(PointScore.symmetricPercent(0, 0)).isZero();
  }

  @Test
  void theScaleIsTheMeanDifferenceToACycleAgo() {
    double[] history = {1, 5, 2, Double.NaN, 4, 9};
    assertThat(PointScore.scale(history, 2)).isCloseTo((1 + 2) / 2.0, within(1e-12));
    assertThat(PointScore.scale(history, 1)).isCloseTo((4 + 3 + 5) / 3.0, within(1e-12));
    assertThat(PointScore.scale(history, 12)).isCloseTo(4, within(1e-12));
    assertThat(PointScore.scale(new double[] {3, 3, 3}, 1)).isNaN();
  }

  @Test
  void theTrueQuantileHasTheSmallestPinballLoss() {
    assertThat(PointScore.pinball(10, 8, .9)).isCloseTo(1.8, within(1e-12));
    assertThat(PointScore.pinball(8, 10, .9)).isCloseTo(.2, within(1e-12));
    // Of 1 to 99 the quantile of 0.9 is 90.
    double least =
        IntStream.rangeClosed(1, 99).mapToDouble(v -> PointScore.pinball(v, 90, .9)).sum();
    for (int other : new int[] {50, 85, 95}) {
      double loss =
          IntStream.rangeClosed(1, 99).mapToDouble(v -> PointScore.pinball(v, other, .9)).sum();
      assertThat(loss).isGreaterThan(least);
    }
  }

  @Test
  void theBrierScoreIsTheMeanSquaredDistance() {
    List<Resolved> chances =
        List.of(
            new Resolved(.9, Result.REACHED),
            new Resolved(.6, Result.MISSED),
            new Resolved(.2, Result.MISSED),
            new Resolved(1, Result.REACHED));
    Brier brier = Brier.of(chances).result().orElseThrow();
    assertThat(brier.score()).isCloseTo((.01 + .36 + .04 + 0) / 4, within(1e-12));
    // Half were reached, so "one in two" each time gets 0.25.
    assertThat(brier.skill()).isCloseTo(1 - .1025 / .25, within(1e-12));
    assertThat(brier.count()).isEqualTo(4);
    assertThat(Brier.of(chances.subList(0, 1)).result().orElseThrow().skill()).isNaN();
  }

  @Test
  void theTableSaysHowOftenWhatWasLikelyCame() {
    List<Resolved> chances =
        List.of(
            new Resolved(.61, Result.REACHED),
            new Resolved(.69, Result.MISSED),
            new Resolved(0, Result.MISSED),
            new Resolved(1, Result.REACHED));
    List<Reliability.Row> table = Reliability.table(chances, 10).result().orElseThrow();
    assertThat(table).hasSize(10);
    assertThat(table.get(6).from()).isEqualTo(.6);
    assertThat(table.get(6).chance()).isCloseTo(.65, within(1e-12));
    assertThat(table.get(6).reached()).isEqualTo(.5);
    assertThat(table.get(0).reached()).isZero();
    assertThat(table.get(9).count()).isOne();
    assertThat(table.get(5).chance()).isNaN();
  }

  @Test
  void whatIsNoChanceIsRefused() {
    List<Resolved> percent = List.of(new Resolved(62, Result.REACHED));
    assertThat(Brier.of(percent).refusal().orElseThrow().reason()).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(Brier.of(List.of()).refusal().orElseThrow().reason()).isEqualTo(Reason.TOO_FEW);
    assertThat(Reliability.table(List.of(), 10).refusal()).isPresent();
    List<Resolved> one = List.of(new Resolved(.6, Result.REACHED));
    assertThat(Reliability.table(one, 1).refusal().orElseThrow().text()).contains("2 to 100 rows");
  }
}
