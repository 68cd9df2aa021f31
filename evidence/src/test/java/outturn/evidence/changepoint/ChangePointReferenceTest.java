package outturn.evidence.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outturn.evidence.series.CsvFile;
import outturn.evidence.series.ReferenceValues;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// Against reference-values.csv and src/test/oracle/changepoints.R.
class ChangePointReferenceTest {
  private static final Series NILE = CsvFile.read("/r-datasets/nile.csv").column("volume");
  private static final int FIRST_YEAR = 1871;
  private static final Series DRIVERS =
      CsvFile.read("/r-datasets/seatbelts.csv").column("drivers").map(Math::log10);
  private static final int FIRST_MONTH = 1969 * 12;

  @Test
  void theNileFellOnce() {
    BreaksResult nile = RegressionBreaks.analyse(NILE, BreakModel.STANDARD).result().orElseThrow();
    Partitioning plain = Partitioning.STANDARD.with(Penalty.INDEPENDENT);
    LevelChangesResult levels = LevelChanges.analyse(NILE, plain).result().orElseThrow();
    ReferenceValues.of("changepoint.nile")
        .hold(
            Stream.of(dates(nile), squares(nile), levels(levels))
                .flatMap(part -> part.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    assertThat(levels.changes().changes()).hasSize(1);
  }

  private static Map<String, Double> dates(BreaksResult nile) {
    Change change = nile.changes().changes().getFirst();
    Window range = change.range().orElseThrow();
    List<Segment> segments = nile.changes().segments();
    return Map.of(
        "breakpoint.year",
        (double) FIRST_YEAR + change.lastBefore(),
        "breakpoint.obs",
        change.lastBefore() + 1.0,
        "breakpoint.CI95.lo_year",
        (double) FIRST_YEAR + range.from(),
        "breakpoint.CI95.hi_year",
        FIRST_YEAR + range.to() - 1.0,
        "mean_to_1898",
        segments.get(0).mean(),
        "mean_from_1899",
        segments.get(1).mean());
  }

  private static Map<String, Double> squares(BreaksResult nile) {
    List<Candidate> candidates = nile.candidates();
    return Map.of(
        "RSS0", candidates.get(0).squares(),
        "RSS1", candidates.get(1).squares(),
        "BIC0", candidates.get(0).bic(),
        "BIC1", candidates.get(1).bic(),
        "BIC2", candidates.get(2).bic(),
        "supF", nile.tests().supF().statistic(),
        "OLS_CUSUM", nile.tests().cusum().statistic());
  }

  private static Map<String, Double> levels(LevelChangesResult levels) {
    Change change = levels.changes().changes().getFirst();
    return Map.of(
        "optimal_partition_L2_pen_2s2logn.cp_obs", change.lastBefore() + 1.0,
        "optimal_partition_L2_pen_2s2logn.F", levels.cost(),
        "sigma2_mad_diff", levels.variance());
  }

  @Test
  void theNileFellOnceWithPenaltiesForAutocorrelationToo() {
    LevelChangesResult levels =
        LevelChanges.analyse(NILE, Partitioning.STANDARD).result().orElseThrow();
    assertThat(levels.autocorrelation()).isCloseTo(.18770373, within(1e-8));
    assertThat(levels.cost()).isCloseTo(1817931.63727, within(1e-3));
    assertThat(levels.changes().changes()).containsExactly(new Change(27, 28, null));
  }

  @Test
  void driversBrokeInTheOilCrisisAndBeforeTheLaw() {
    BreakModel model = BreakModel.STANDARD.withLags(1, 12).with(new Least.Share(.1));
    BreaksResult drivers = RegressionBreaks.analyse(DRIVERS, model).result().orElseThrow();
    Candidate two = drivers.candidates().get(2);
    ReferenceValues.of("changepoint.seatbelts_log10_lag1_lag12")
        .without("supF.p", "RE.p")
        .hold(
            Map.of(
                "breaks2.first", (double) FIRST_MONTH + two.lastBefore().get(0),
                "breaks2.second", (double) FIRST_MONTH + two.lastBefore().get(1),
                "RSS2", two.squares(),
                "RE", drivers.tests().recursive().statistic(),
                "supF", drivers.tests().supF().statistic()));
    // The reference has four digits of this p, and another approximation for that of supF.
    assertThat(drivers.tests().recursive().p()).isCloseTo(.0290433, within(5e-8));
    assertThat(drivers.tests().supF().p()).isCloseTo(.0067, within(.002));
    assertThat(drivers.tests().cusum().statistic()).isCloseTo(1.4865625, within(1e-7));
    assertThat(drivers.tests().cusum().p()).isCloseTo(.02407478, within(1e-8));
    assertThat(drivers.candidates().get(0).bic()).isCloseTo(-602.861053, within(1e-6));
    assertThat(drivers.candidates().get(2).bic()).isCloseTo(-598.904155, within(1e-6));
    assertThat(drivers.changes().changes()).isEmpty();
  }
}
