package outturn.evidence.bsts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.evidence.estimate.Reason;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.series.CsvFile;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// Against statsmodels, in src/test/oracle/seasonal-bsts.py.
class SeasonalBstsTest {
  private static final double[] GAPS = {
    0.8, -0.011, -0.584, 0.505, Double.NaN, Double.NaN, -0.66, 0.819, 1.231, 0.102, -0.46, 0.838,
    1.377, 0.12, -0.495, 1.136, 1.167, Double.NaN, -0.069, 0.721, 1.121, 0.516, -0.539, 0.808,
    1.494, 0.26, -0.237, 0.967, 1.701, 0.72
  };

  /// Smoothed means by period: the level, and the effects of the period and the two before.
  private static final Map<Integer, double[]> MEANS =
      Map.of(
          0, new double[] {0.234119, 0.669822, 0.341822, -0.770786},
          4, new double[] {0.262688, 0.70883, 0.34712, -0.808454},
          5, new double[] {0.287154, -0.231283, 0.70883, 0.34712},
          16, new double[] {0.531914, 0.733244, 0.378446, -0.880904},
          29, new double[] {0.798336, -0.197406, 0.818551, 0.28669});

  private static final Map<Integer, double[]> DEVIATIONS =
      Map.of(
          0, new double[] {0.280023, 0.273479, 0.301274, 0.306104},
          4, new double[] {0.280867, 0.257129, 0.249333, 0.246697},
          5, new double[] {0.280268, 0.260621, 0.257129, 0.249333},
          16, new double[] {0.238693, 0.210164, 0.206246, 0.206708},
          29, new double[] {0.2926, 0.268785, 0.252323, 0.25146});

  private static final Series AIR =
      CsvFile.read("/r-datasets/airpassengers.csv")
          .column("passengers")
          .map(Math::log)
          .slice(new Window(0, 120));

  private static final BstsModel YEARS = BstsModel.of(Intervention.at(96)).withSeason(12);

  /// The Monte Carlo error of 20,000 draws is at most .0022 of a mean, and .0016 of a deviation.
  @Test
  void drawnStatesAreDistributedAsTheSmoothedOnes() {
    int draws = 20_000;
    double[][] states = new double[GAPS.length][4];
    double[][][] sums = new double[2][GAPS.length][4];
    SeasonalSampler sampler = new SeasonalSampler(GAPS.length, 4, GAPS[0]);
    Random random = new Random(1);
    for (int draw = 0; draw < draws; draw++) {
      sampler.draw(GAPS, new SeasonalVariances(.2, .05, .02), states, random);
      for (int i = 0; i < GAPS.length; i++) {
        for (int j = 0; j < 4; j++) {
          sums[0][i][j] += states[i][j] / draws;
          sums[1][i][j] += states[i][j] * states[i][j] / draws;
        }
      }
    }
    for (int period : MEANS.keySet()) {
      for (int j = 0; j < 4; j++) {
        double mean = sums[0][period][j];
        assertThat(mean).isCloseTo(MEANS.get(period)[j], within(.009));
        assertThat(Math.sqrt(sums[1][period][j] - mean * mean))
            .isCloseTo(DEVIATIONS.get(period)[j], within(.006));
      }
    }
  }

  /// Two runs of 10,000 draws there: averages .0969 and .0959, deviations .0954 and .0961,
  /// intervals -.0897 to .2839 and -.0924 to .2863, last expected values 5.7243 and 5.7256. The
  /// Monte Carlo error of an average of 10,000 draws is .001, of a bound about .003.
  @Test
  void passengersOfTwoYearsAreExpectedAsByAnotherSampler() {
    BstsResult result = found(AIR, YEARS.with(new Sampling(10_000, .95, 1)));
    assertThat(result.average().value()).isCloseTo(.0964, within(.006));
    assertThat(result.average().standardError()).isCloseTo(.0958, within(.004));
    assertThat(result.average().interval().lower()).isCloseTo(-.091, within(.012));
    assertThat(result.average().interval().upper()).isCloseTo(.285, within(.012));
    assertThat(result.chart().counterfactual().value(119)).isCloseTo(5.725, within(.012));
  }

  @Test
  void withoutTheSeasonItIsTakenForNoise() {
    double with = width(YEARS);
    double without = width(YEARS.withSeason(1));
    assertThat(with).isLessThan(.6 * without);
  }

  /// Of the value in the first month after.
  private static double width(BstsModel model) {
    BstsResult result = found(AIR, model);
    return result.chart().upper().value(96) - result.chart().lower().value(96);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 12, 24, 48})
  void anySeasonIsAnsweredAlikeByTheSameSeed(int season) {
    BstsModel model = YEARS.withSeason(season).with(new Sampling(100, .95, 3));
    BstsResult one = found(AIR, model);
    assertThat(one.average().value()).isFinite();
    assertThat(one).isEqualTo(found(AIR, model));
  }

  @Test
  void periodsWithoutAValueAreSkippedInTheSeasonToo() {
    double[] values = AIR.toArray();
    for (int i : new int[] {0, 7, 30, 31, 95, 96, 110}) {
      values[i] = Double.NaN;
    }
    BstsResult result = found(Series.of(values), YEARS);
    assertThat(result.grounds().n()).isEqualTo(113);
    assertThat(result.average().value()).isCloseTo(.0964, within(.04));
  }

  @Test
  void aSeasonNeedsTwoWholeCycles() {
    refused(YEARS.withSeason(0), Reason.OUT_OF_RANGE);
    refused(YEARS.withSeason(61), Reason.OUT_OF_RANGE);
    refused(YEARS.withSeason(49), Reason.TOO_FEW);
  }

  private static BstsResult found(Series values, BstsModel model) {
    return Bsts.analyse(values, model).result().orElseThrow();
  }

  private static void refused(BstsModel model, Reason reason) {
    assertThat(Bsts.analyse(AIR, model).refusal().orElseThrow().reason()).isEqualTo(reason);
    assertThat(Bsts.analyse(AIR, model).refusal().orElseThrow().text()).startsWith("Expected");
  }
}
