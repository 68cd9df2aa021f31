package outturn.evidence.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestPointTest {
  @Test
  void noPartCouldHelpTheExactWeights() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Fit fit = random(random, random.nextInt(2, 40), random.nextInt(3, 30));
      double[] w = new NearestPoint(fit).weights();
      assertThat(IntStream.range(0, w.length).mapToDouble(j -> w[j]).sum())
          .isCloseTo(1, within(1e-9));
      double[][] products = fit.products();
      double[] slopes = new double[w.length];
      double square = 0;
      for (int j = 0; j < w.length; j++) {
        for (int k = 0; k < w.length; k++) {
          slopes[j] += products[j][k] * w[k];
        }
        square += w[j] * slopes[j];
      }
      // The conditions of Karush, Kuhn and Tucker.
      for (int j = 0; j < w.length; j++) {
        assertThat(w[j]).as("seed %d", seed).isNotNegative();
        assertThat(slopes[j] - square).as("seed %d", seed).isGreaterThan(-1e-8 * products[j][j]);
      }
    }
  }

  private static Fit random(Random random, int parts, int periods) {
    double[] target = random.doubles(periods, -3, 3).toArray();
    double[][] others = new double[parts][];
    for (int j = 0; j < parts; j++) {
      others[j] = random.doubles(periods, -4, 4).toArray();
    }
    return new Fit(target, others, new Ridge(Ridge.SMALL, Ridge.noise(others)));
  }
}
