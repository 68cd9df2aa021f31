package outturn.evidence.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outturn.evidence.quantity.Seed;
import outturn.evidence.regression.Ar1Posterior.Drawn;

/// Against oracle/ar1-posterior.py, and against truths that were drawn as it assumes.
class Ar1PosteriorTest {
  private static final int[] TIMES = {0, 1, 2, 4, 5, 6, 7, 8};
  private static final double[] VALUES = {10, 12, 11.5, 9, 9.5, 8, 9.2, 11};

  @Test
  void theLevelAndTheNoiseOfAShortSeriesWithAGapAreThoseOfTheOracle() {
    List<Drawn> draws = draws(Design.of(new double[][] {ones(TIMES.length)}, TIMES));
    assertThat(mean(draws, Drawn::correlation)).isCloseTo(.4977, within(.006));
    assertThat(mean(draws, Ar1PosteriorTest::variance)).isCloseTo(4.447, within(.1));
    assertThat(mean(draws, Ar1PosteriorTest::first)).isCloseTo(.1264, within(.03));
    assertThat(spread(draws)).isCloseTo(1.421, within(.06));
  }

  @Test
  void aSeasonCostsDegreesOfFreedomAsInTheOracle() {
    double[] even = IntStream.of(TIMES).mapToDouble(time -> time % 2 == 0 ? 1 : 0).toArray();
    double[] odd = IntStream.of(TIMES).mapToDouble(time -> time % 2).toArray();
    List<Drawn> draws = draws(Design.of(new double[][] {even, odd}, TIMES));
    assertThat(mean(draws, Drawn::correlation)).isCloseTo(.5039, within(.006));
    assertThat(mean(draws, Ar1PosteriorTest::variance)).isCloseTo(4.961, within(.13));
    assertThat(mean(draws, Ar1PosteriorTest::first)).isCloseTo(.1148, within(.03));
    assertThat(spread(draws)).isCloseTo(1.522, within(.07));
  }

  /// Talts and others, *Validating Bayesian Inference Algorithms with Simulation-Based Calibration*
  /// (2018), arXiv:1804.06788. The error of a half in 600 is .02, of four fifths .016.
  @Test
  void truthsLieAnywhereAmongTheDraws() {
    RandomGenerator random = new Seed(20261130).generator();
    int[] times = IntStream.range(0, 24).toArray();
    Ar1Reml model = new Ar1Reml(Design.of(new double[][] {ones(24)}, times));
    double[][] places = new double[3][600];
    for (int i = 0; i < 600; i++) {
      double r = Ar1Reml.BOUND * random.nextDouble();
      double[] y = new double[24];
      Ar1.draw(y, times, r, random);
      double level = -IntStream.range(0, 24).mapToDouble(at -> y[at]).average().orElseThrow();
      Ar1Posterior posterior = model.posterior(y);
      List<Drawn> draws = Stream.generate(() -> posterior.draw(random)).limit(200).toList();
      places[0][i] = mean(draws, drawn -> drawn.correlation() < r ? 1 : 0);
      places[1][i] = mean(draws, drawn -> drawn.deviation() < 1 ? 1 : 0);
      places[2][i] = mean(draws, drawn -> first(drawn) < level ? 1 : 0);
    }
    for (double[] place : places) {
      assertThat(share(place, 0, .5)).isCloseTo(.5, within(.07));
      assertThat(share(place, .1, .9)).isCloseTo(.8, within(.055));
    }
  }

  @Test
  void twoValuesMoreThanCoefficientsAreNeeded() {
    Design design = Design.of(new double[][] {{1, 1}}, new int[] {0, 1});
    assertThatThrownBy(() -> new Ar1Reml(design).posterior(new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two more");
  }

  private static List<Drawn> draws(Design design) {
    RandomGenerator random = new Seed(20261130).generator();
    Ar1Posterior posterior = new Ar1Reml(design).posterior(VALUES);
    return Stream.generate(() -> posterior.draw(random)).limit(40_000).toList();
  }

  private static double[] ones(int count) {
    return IntStream.range(0, count).mapToDouble(_ -> 1).toArray();
  }

  private static double variance(Drawn drawn) {
    return drawn.deviation() * drawn.deviation();
  }

  private static double first(Drawn drawn) {
    return drawn.coefficients()[0];
  }

  private static double spread(List<Drawn> draws) {
    double mean = mean(draws, Ar1PosteriorTest::first);
    return Math.sqrt(mean(draws, drawn -> Math.pow(first(drawn) - mean, 2)));
  }

  private static double mean(List<Drawn> draws, ToDoubleFunction<Drawn> what) {
    return draws.stream().mapToDouble(what).average().orElseThrow();
  }

  private static double share(double[] places, double from, double to) {
    return IntStream.range(0, places.length)
            .filter(i -> places[i] >= from && places[i] < to)
            .count()
        / (double) places.length;
  }
}
