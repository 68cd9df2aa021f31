package outturn.evidence.bsts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.series.Series;

/// How often noise without an effect is taken for one, 36 + 12 points, no controls, with the shares
/// that the specification of this product has from another program.
class BstsSizeTest {
  private static final int REPLICATIONS = 400;

  /// Monte Carlo error of a share of .23 is .021 here and about as large there. With 2000
  /// replications these are .062, .204 and .384.
  @ParameterizedTest
  @CsvSource({"0, .03, .05", ".4, .23, .06", ".7, .39, .07"})
  void withTheLevelOfRNeighboursThatCorrelateLookLikeEffects(
      double r, double expected, double tolerance) {
    assertThat(declared(r, .01)).isCloseTo(expected, within(tolerance));
  }

  /// With 2000 replications .016, .100 and .266: better, but no ground to do without controls.
  @ParameterizedTest
  @CsvSource({"0, .05", ".4, .15", ".7, .35"})
  void aLevelThatMayMoveDeclaresFewer(double r, double most) {
    assertThat(declared(r, .1)).isLessThan(most);
  }

  private static double declared(double r, double levelDeviation) {
    Random random = new Random(20260101);
    int declared = 0;
    for (int i = 0; i < REPLICATIONS; i++) {
      double[] values = new double[48];
      values[0] = random.nextGaussian();
      for (int t = 1; t < values.length; t++) {
        values[t] = r * values[t - 1] + Math.sqrt(1 - r * r) * random.nextGaussian();
      }
      BstsModel model =
          BstsModel.of(Intervention.at(36))
              .withLevelDeviation(levelDeviation)
              .with(new Sampling(500, .95, i));
      BstsResult result = Bsts.analyse(Series.of(values), model).result().orElseThrow();
      declared += result.average().interval().contains(0) ? 0 : 1;
    }
    return declared / (double) REPLICATIONS;
  }
}
