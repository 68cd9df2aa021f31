package outturn.evidence.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

class RegressionBreaksTest {
  private static final Series STEP = steps(new Random(1), 0, 60, 3);

  private static Series steps(Random random, double first, int n, double step) {
    return Series.of(
        IntStream.range(0, n)
            .mapToDouble(i -> first + (i < n / 2 ? 0 : step) + random.nextGaussian())
            .toArray());
  }

  @Test
  void aStepHasADateWithARange() {
    BreaksResult result = found(STEP, BreakModel.STANDARD);
    Change change = result.changes().changes().getFirst();
    assertThat(result.changes().changes()).hasSize(1);
    assertThat(change.lastBefore()).isCloseTo(29, within(1));
    Window range = change.range().orElseThrow();
    assertThat(range.contains(change.lastBefore())).isTrue();
    assertThat(range.length()).isBetween(2, 8);
    assertThat(result.tests().supF().p()).isLessThan(1e-6);
  }

  @Test
  void rangesHoldTheDateAsOftenAsTheySay() {
    int held = 0;
    for (int seed = 0; seed < 400; seed++) {
      Series series = steps(new Random(seed), 10, 80, 1.2);
      BreakModel one = BreakModel.STANDARD.withMost(1);
      held +=
          found(series, one).changes().changes().stream()
                  .allMatch(change -> change.range().orElseThrow().contains(39))
              ? 1
              : 0;
    }
    // The standard error of the share is .011. Ranges are rounded outwards, hence more than .95.
    assertThat(held / 400.0).isBetween(.92, 1.0);
  }

  @Test
  void missingPeriodsAreSkippedWithTheirLags() {
    double[] values = STEP.toArray();
    values[10] = Double.NaN;
    values[29] = Double.NaN;
    BreaksResult result = found(Series.of(values), BreakModel.STANDARD.withLags(2));
    assertThat(result.grounds().n()).isEqualTo(60 - 2 - 2 - 2);
    assertThat(result.changes().segments().getFirst().coefficients()).hasSize(2);
  }

  @Test
  void breaksFollowTheUnitOfTheMeasure() {
    BreaksResult one = found(STEP, BreakModel.STANDARD.withLags(1));
    BreaksResult other = found(STEP.map(v -> 1000 * v + 1e7), BreakModel.STANDARD.withLags(1));
    assertThat(other.changes().changes()).isEqualTo(one.changes().changes());
    assertThat(other.candidates().get(1).squares())
        .isCloseTo(1e6 * one.candidates().get(1).squares(), within(1e-2));
    assertThat(other.changes().segments().get(1).coefficients().get(1))
        .isCloseTo(one.changes().segments().get(1).coefficients().get(1), within(1e-6));
    assertThat(other.tests().supF().statistic())
        .isCloseTo(one.tests().supF().statistic(), within(1e-6));
  }

  @Test
  void neighboursThatCorrelateAskForALag() {
    Random random = new Random(3);
    double[] values = new double[120];
    for (int i = 1; i < values.length; i++) {
      values[i] = .6 * values[i - 1] + random.nextGaussian();
    }
    BreakModel none = BreakModel.STANDARD.withMost(0);
    assertThat(found(Series.of(values), none).grounds().assumptions())
        .filteredOn(each -> each.state() == Assumption.State.DOUBTFUL)
        .singleElement()
        .satisfies(each -> assertThat(each.text()).contains("lag 1"));
    assertThat(found(Series.of(values), none.withLags(1)).grounds().assumptions())
        .noneMatch(each -> each.state() == Assumption.State.DOUBTFUL);
  }

  @Test
  void levelsWithoutNoiseAreFound() {
    Series exact = Series.of(IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 1 : 2).toArray());
    BreaksResult result = found(exact, BreakModel.STANDARD);
    assertThat(result.changes().changes()).extracting(Change::lastBefore).containsExactly(19);
    assertThat(result.tests().supF().statistic()).isFinite();
  }

  /// Simulated on a grid by src/test/oracle/changepoints.R; Monte Carlo error up to .0035, and the
  /// grid rounds places by .02.
  @ParameterizedTest
  @CsvSource({
    "1, 1, -5, .09715",
    "1, 1, -1, .30625",
    "1, 1, 0, .5",
    "1, 1, 1, .70165",
    "1, 1, 5, .90375",
    "2, .5, -5, .11175",
    "2, .5, -1, .40035",
    "2, .5, 0, .8",
    "2, .5, 1, .97495",
    "2, .5, 5, .99985",
    ".7, 1.5, -5, .07035",
    ".7, 1.5, -1, .2074",
    ".7, 1.5, 0, .31818",
    ".7, 1.5, 1, .4773",
    ".7, 1.5, 5, .71305"
  })
  void thePlaceOfTheLargestValueHasBaisDistribution(
      double drift, double variance, double place, double expected) {
    BreakRange range = new BreakRange(drift, variance, 1);
    assertThat(range.cumulative(place)).isCloseTo(expected, within(.012));
  }

  /// Simulated by src/test/oracle/changepoints.R; Monte Carlo error up to .0026, and a grid sees a
  /// little less than the whole path.
  @ParameterizedTest
  @CsvSource({
    "6, 1, .15, .16855, .015",
    "8, 1, .15, .0705, .005",
    "10, 1, .15, .02815, .003",
    "12, 1, .15, .0113, .002",
    "13, 3, .1, .09275, .008",
    "16, 3, .1, .0299, .003",
    "19.333, 3, .1, .0083, .0015"
  })
  void theTailOfSupFIsThatOfABesselProcess(
      double x, int k, double share, double expected, double tolerance) {
    assertThat(Stability.tail(x, k, share)).isCloseTo(expected, within(tolerance));
  }

  @Test
  void whatCannotBeCutIsRefused() {
    refused(Series.of(1, 2, 3), BreakModel.STANDARD, Reason.TOO_FEW);
    refused(STEP.map(_ -> Double.NaN), BreakModel.STANDARD, Reason.ALL_MISSING);
    refused(STEP.map(_ -> 5), BreakModel.STANDARD, Reason.CONSTANT);
    refused(STEP.map(v -> 1e120 * v), BreakModel.STANDARD, Reason.OUT_OF_RANGE);
    refused(STEP, BreakModel.STANDARD.withLags(0), Reason.OUT_OF_RANGE);
    refused(STEP, BreakModel.STANDARD.withLags(1, 1), Reason.OUT_OF_RANGE);
    refused(STEP, BreakModel.STANDARD.withLags(55), Reason.TOO_FEW);
    refused(STEP, BreakModel.STANDARD.withMost(-1), Reason.OUT_OF_RANGE);
    refused(STEP, BreakModel.STANDARD.with(new Least.Values(40)), Reason.OUT_OF_RANGE);
    refused(STEP, BreakModel.STANDARD.with(new Least.Values(1)), Reason.TOO_FEW);
    Series many = Series.of(new Random(1).doubles(2001).toArray());
    refused(many, BreakModel.STANDARD, Reason.OUT_OF_RANGE);
  }

  private static BreaksResult found(Series values, BreakModel model) {
    return RegressionBreaks.analyse(values, model).result().orElseThrow();
  }

  private static void refused(Series values, BreakModel model, Reason reason) {
    Answer<BreaksResult> answer = RegressionBreaks.analyse(values, model);
    Refusal refusal = answer.refusal().orElseThrow();
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.text()).startsWith("Expected").endsWith(".");
  }
}
