package outturn.evidence.sdid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import outturn.evidence.panel.Panel;
import outturn.evidence.panel.Panels;
import outturn.evidence.quantity.Seed;

/// 20 units of AR(1) noise of .7 without an effect, one of them treated, 12 periods before and 4
/// after: the test by placebos should declare 5 in 100, and the intervals should leave 0 out about
/// as often. The Monte Carlo error of a share of .05 is .0126 for 300 replications.
class SdidSizeTest {
  private static final int REPLICATIONS = 300;

  @Test
  void effectsAreDeclaredAsOftenAsItSaysWhereThereIsNone() {
    int effects = 0;
    int outside = 0;
    RandomGenerator random = new Seed(20260201).generator();
    for (int i = 0; i < REPLICATIONS; i++) {
      SdidResult result = Sdid.analyse(noise(random), SdidOptions.DEFAULT).result().orElseThrow();
      effects += result.effect().p().orElseThrow() <= .0501 ? 1 : 0;
      outside += result.effect().interval().contains(0) ? 0 : 1;
    }
    assertThat(effects / (double) REPLICATIONS).isBetween(.02, .08);
    assertThat(outside / (double) REPLICATIONS).isBetween(.02, .09);
  }

  private static Panel noise(RandomGenerator random) {
    double[] noise = new double[20];
    return Panels.of(
        20,
        16,
        Map.of(0, 12),
        (i, t) -> {
          double fresh = random.nextGaussian();
          noise[i] = t == 0 ? fresh : .7 * noise[i] + Math.sqrt(1 - .49) * fresh;
          return noise[i];
        });
  }
}
