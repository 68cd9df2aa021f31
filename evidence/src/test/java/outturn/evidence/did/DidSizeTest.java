package outturn.evidence.did;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import outturn.evidence.panel.Panel;
import outturn.evidence.panel.Panels;
import outturn.evidence.quantity.Seed;

/// 12 units of AR(1) noise of .7 without an effect, 4 of them treated, 8 periods: the permutation
/// test should declare 5 in 100. The Monte Carlo error of a share of .05 is .0069 for 1000
/// replications.
class DidSizeTest {
  private static final int REPLICATIONS = 1000;

  @Test
  void thePermutationTestDeclaresAsOftenAsItSaysWhereThereIsNoEffect() {
    int effects = 0;
    int trends = 0;
    RandomGenerator random = new Seed(20260101).generator();
    for (int i = 0; i < REPLICATIONS; i++) {
      DidResult result =
          Did.analyse(noise(random), new Resampling(99, .95, i)).result().orElseThrow();
      effects += result.effect().p().orElseThrow() <= .05 ? 1 : 0;
      trends += result.preTrend().orElseThrow() <= .05 ? 1 : 0;
    }
    assertThat(effects / (double) REPLICATIONS).isBetween(.03, .07);
    assertThat(trends / (double) REPLICATIONS).isBetween(.03, .07);
  }

  private static Panel noise(RandomGenerator random) {
    double[] noise = new double[12];
    return Panels.of(
        12,
        8,
        Map.of(0, 4, 1, 4, 2, 4, 3, 4),
        (i, t) -> {
          double fresh = random.nextGaussian();
          noise[i] = t == 0 ? fresh : .7 * noise[i] + Math.sqrt(1 - .49) * fresh;
          return noise[i];
        });
  }
}
