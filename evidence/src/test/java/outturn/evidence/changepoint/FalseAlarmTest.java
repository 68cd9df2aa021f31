package outturn.evidence.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.evidence.series.Series;

/// How often a series without any change is asked about; docs/evidence.md has these shares.
class FalseAlarmTest {
  private static final int REPLICATIONS = 2000;

  /// The Monte Carlo error is .005 to .008.
  @ParameterizedTest
  @CsvSource({
    "36, 0, .06",
    "36, .3, .13",
    "36, .5, .14",
    "60, 0, .07",
    "60, .3, .12",
    "60, .5, .13",
    "120, 0, .04",
    "120, .3, .10",
    "120, .5, .11"
  })
  void noiseIsAskedAboutAsOftenAsDocumented(int n, double r, double documented) {
    double share = share(n, r, REPLICATIONS, FalseAlarmTest::levels);
    assertThat(share).isCloseTo(documented, within(.015));
  }

  @ParameterizedTest
  @CsvSource({"36, 0, .16", "36, .3, .55", "60, .5, .93"})
  void aPenaltyForIndependentNoiseWouldAskFarMoreOften(int n, double r, double documented) {
    assertThat(share(n, r, REPLICATIONS, FalseAlarmTest::independent))
        .isCloseTo(documented, within(.02));
  }

  /// The Monte Carlo error is up to .022.
  @ParameterizedTest
  @CsvSource({"60, 0, .05", "60, .5, .6"})
  void aRegressionAsksAsOftenAsDocumented(int n, double r, double documented) {
    double share = share(n, r, 500, FalseAlarmTest::breaks);
    assertThat(share).isCloseTo(documented, within(.05));
  }

  @ParameterizedTest
  @CsvSource({"36, 0, .90", "60, .3, .85"})
  void aChangeOfTwoStandardDeviationsIsSeen(int n, double r, double documented) {
    Random random = new Random(5);
    int seen = 0;
    for (int i = 0; i < REPLICATIONS; i++) {
      double[] values = noise(random, n, r);
      for (int t = n / 2; t < n; t++) {
        values[t] += 2;
      }
      seen += levels(values) > 0 ? 1 : 0;
    }
    assertThat(seen / (double) REPLICATIONS).isCloseTo(documented, within(.02));
  }

  private static double share(int n, double r, int replications, ToIntFunction<double[]> changes) {
    Random random = new Random(20260101);
    int alarms = 0;
    for (int i = 0; i < replications; i++) {
      alarms += changes.applyAsInt(noise(random, n, r)) > 0 ? 1 : 0;
    }
    return alarms / (double) replications;
  }

  private static double[] noise(Random random, int n, double r) {
    double[] values = new double[n];
    values[0] = random.nextGaussian();
    for (int t = 1; t < n; t++) {
      values[t] = r * values[t - 1] + Math.sqrt(1 - r * r) * random.nextGaussian();
    }
    return values;
  }

  private static int levels(double[] values) {
    return levels(values, Penalty.AUTOCORRELATED);
  }

  private static int independent(double[] values) {
    return levels(values, Penalty.INDEPENDENT);
  }

  private static int levels(double[] values, Penalty penalty) {
    Partitioning partitioning = Partitioning.STANDARD.with(penalty);
    return LevelChanges.analyse(Series.of(values), partitioning)
        .result()
        .map(result -> result.changes().changes().size())
        .orElseThrow();
  }

  private static int breaks(double[] values) {
    return RegressionBreaks.analyse(Series.of(values), BreakModel.STANDARD)
        .result()
        .map(result -> result.changes().changes().size())
        .orElseThrow();
  }
}
