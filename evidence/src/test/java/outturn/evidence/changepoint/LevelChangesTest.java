package outturn.evidence.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.estimate.Warning;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

class LevelChangesTest {
  /// Levels of 50, 58 and 53 in src/test/oracle/changepoints.R.
  private static final Series LEVELS =
      Series.of(
          51.61, 47.76, 52.55, 47.53, 51.98, 48.7, 50.43, 50.72, 48.58, 50.32, 51.85, 48.64, 47.8,
          52.35, 51.98, 48.33, 48.64, 56.78, 58.07, 61.07, 59.59, 58.01, 58.2, 55.67, 55.42, 56.91,
          55.61, 56.74, 58.25, 56.87, 58.16, 53.89, 52.19, 53.44, 53.33, 51.45, 52.61, 51.79, 50.12,
          51.62, 50.92, 50.6, 53.34, 53.41, 54.09, 56.19, 54.17, 52.78, 52.57, 50.1, 51.37, 54.37,
          54.17, 54.88, 53.56, 49.99);

  @Test
  void levelsAreCutWhereAnExhaustiveSearchCutsThem() {
    LevelChangesResult plain = found(LEVELS, Partitioning.STANDARD.with(Penalty.INDEPENDENT));
    assertThat(plain.variance()).isCloseTo(2.440003969, within(1e-8));
    assertThat(plain.cost()).isCloseTo(188.322634639, within(1e-6));
    LevelChangesResult careful = found(LEVELS, Partitioning.STANDARD);
    assertThat(careful.autocorrelation()).isCloseTo(.42989646, within(1e-7));
    assertThat(careful.cost()).isCloseTo(321.878012093, within(1e-6));
    assertThat(careful.changes().changes())
        .isEqualTo(plain.changes().changes())
        .containsExactly(new Change(16, 17, null), new Change(30, 31, null));
    assertThat(careful.grounds().assumptions())
        .filteredOn(each -> each.state() == Assumption.State.DOUBTFUL)
        .extracting(Assumption::name)
        .containsExactly("independent-noise");
  }

  @Test
  void pruningLosesNothing() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      double[] values = random.doubles(random.nextInt(8, 60), -3, 3).toArray();
      for (int i = random.nextInt(values.length); i < values.length; i++) {
        values[i] += random.nextInt(4);
      }
      int least = random.nextInt(1, 5);
      double penalty = random.nextDouble(8);
      Partition partition = new Partition(values, penalty, least);
      assertThat(partition.cost())
          .as("seed %d", seed)
          .isCloseTo(slow(values, penalty, least), within(1e-9));
    }
  }

  /// All cuts are tried, segment by segment.
  private static double slow(double[] values, double penalty, int least) {
    double[] costs = new double[values.length + 1];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    costs[0] = -penalty;
    for (int end = least; end < costs.length; end++) {
      for (int start = 0; start <= end - least; start++) {
        double[] part = Arrays.copyOfRange(values, start, end);
        double mean = Arrays.stream(part).average().orElseThrow();
        double squares = Arrays.stream(part).map(v -> (v - mean) * (v - mean)).sum();
        costs[end] = Math.min(costs[end], costs[start] + squares + penalty);
      }
    }
    return costs[values.length];
  }

  @Test
  void missingPeriodsAreSkippedAndDatesStayTrue() {
    double[] values = LEVELS.toArray();
    IntStream.of(0, 5, 16, 17, 40).forEach(i -> values[i] = Double.NaN);
    LevelChangesResult result = found(Series.of(values), Partitioning.STANDARD);
    assertThat(result.changes().changes().getFirst()).isEqualTo(new Change(15, 18, null));
    assertThat(result.changes().segments().getFirst().window()).isEqualTo(new Window(1, 16));
    assertThat(result.changes().segments().getFirst().n()).isEqualTo(14);
    assertThat(result.grounds().n()).isEqualTo(51);
  }

  @Test
  void changesFollowTheUnitOfTheMeasure() {
    LevelChangesResult one = found(LEVELS, Partitioning.STANDARD);
    LevelChangesResult other = found(LEVELS.map(v -> 60 * v + 1e6), Partitioning.STANDARD);
    assertThat(other.changes().changes()).isEqualTo(one.changes().changes());
    assertThat(other.cost()).isCloseTo(3600 * one.cost(), within(1e-3));
  }

  @Test
  void aTrendLooksLikeStairsAndThatIsSaid() {
    Random random = new Random(4);
    Series trend =
        Series.of(
            IntStream.range(0, 120).mapToDouble(i -> .2 * i + random.nextGaussian()).toArray());
    LevelChangesResult result = found(trend, Partitioning.STANDARD);
    assertThat(result.grounds().assumptions())
        .filteredOn(each -> each.name().equals("constant-between-changes"))
        .singleElement()
        .satisfies(each -> assertThat(each.state()).isEqualTo(Assumption.State.DOUBTFUL))
        .satisfies(each -> assertThat(each.text()).contains("stairs"));
  }

  @Test
  void countsThatHardlyMoveHaveTheirNoiseMeasuredOtherwise() {
    double[] values = new double[60];
    IntStream.range(30, 60).forEach(i -> values[i] = 5);
    values[7] = 1;
    values[44] = 4;
    LevelChangesResult result = found(Series.of(values), Partitioning.STANDARD);
    assertThat(result.grounds().warnings())
        .extracting(Warning::name)
        .containsExactly("coarse-values");
    assertThat(result.changes().changes()).containsExactly(new Change(29, 30, null));
  }

  @Test
  void whatCannotBeCutIsRefused() {
    refused(Series.of(1, 2, 3), Partitioning.STANDARD, Reason.TOO_FEW);
    refused(Series.of(), Partitioning.STANDARD, Reason.ALL_MISSING);
    refused(LEVELS.map(_ -> Double.NaN), Partitioning.STANDARD, Reason.ALL_MISSING);
    refused(LEVELS.map(_ -> 5), Partitioning.STANDARD, Reason.CONSTANT);
    refused(LEVELS.map(v -> 1e120 * v), Partitioning.STANDARD, Reason.OUT_OF_RANGE);
    refused(LEVELS, Partitioning.STANDARD.with(new Least.Values(29)), Reason.OUT_OF_RANGE);
    refused(LEVELS, Partitioning.STANDARD.with(new Least.Values(1)), Reason.OUT_OF_RANGE);
    refused(LEVELS, Partitioning.STANDARD.with(new Least.Share(.6)), Reason.OUT_OF_RANGE);
  }

  private static LevelChangesResult found(Series values, Partitioning partitioning) {
    return LevelChanges.analyse(values, partitioning).result().orElseThrow();
  }

  private static void refused(Series values, Partitioning partitioning, Reason reason) {
    Refusal refusal = LevelChanges.analyse(values, partitioning).refusal().orElseThrow();
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.text()).startsWith("Expected").endsWith(".");
  }
}
