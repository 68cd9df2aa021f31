package outturn.cli.evidence.reference;

import java.util.HashMap;
import java.util.Map;
import outturn.cli.csv.Numbers;
import outturn.evidence.changepoint.BreakModel;
import outturn.evidence.changepoint.BreaksResult;
import outturn.evidence.changepoint.Least;
import outturn.evidence.changepoint.LevelChanges;
import outturn.evidence.changepoint.LevelChangesResult;
import outturn.evidence.changepoint.Partitioning;
import outturn.evidence.changepoint.Penalty;
import outturn.evidence.changepoint.RegressionBreaks;
import outturn.evidence.series.Series;

/// Where the Nile fell, and where deaths of British drivers broke.
final class ChangePointValues {
  private static final double FIRST_YEAR = 1871;
  private static final double FIRST_MONTH = Reference.month(1969, 1);

  private ChangePointValues() {}

  static Map<String, Double> nile() {
    var volume = Series.of(Numbers.of(ReferenceData.own("nile.csv"), "volume"));
    var values = new HashMap<String, Double>();
    regression(
        values, RegressionBreaks.analyse(volume, BreakModel.STANDARD).result().orElseThrow());
    var plain = Partitioning.STANDARD.with(Penalty.INDEPENDENT);
    partition(values, LevelChanges.analyse(volume, plain).result().orElseThrow());
    return values;
  }

  private static void regression(Map<String, Double> into, BreaksResult nile) {
    var change = nile.changes().changes().getFirst();
    var range = change.range().orElseThrow();
    into.put("breakpoint.year", FIRST_YEAR + change.lastBefore());
    into.put("breakpoint.obs", change.lastBefore() + 1.0);
    into.put("breakpoint.CI95.lo_year", FIRST_YEAR + range.from());
    into.put("breakpoint.CI95.hi_year", FIRST_YEAR + range.to() - 1);
    into.put("mean_to_1898", nile.changes().segments().get(0).mean());
    into.put("mean_from_1899", nile.changes().segments().get(1).mean());
    into.put("RSS0", nile.candidates().get(0).squares());
    into.put("RSS1", nile.candidates().get(1).squares());
    into.put("BIC0", nile.candidates().get(0).bic());
    into.put("BIC1", nile.candidates().get(1).bic());
    into.put("BIC2", nile.candidates().get(2).bic());
    into.put("supF", nile.tests().supF().statistic());
    into.put("OLS_CUSUM", nile.tests().cusum().statistic());
  }

  private static void partition(Map<String, Double> into, LevelChangesResult nile) {
    var prefix = "optimal_partition_L2_pen_2s2logn.";
    into.put(prefix + "cp_obs", nile.changes().changes().getFirst().lastBefore() + 1.0);
    into.put(prefix + "F", nile.cost());
    into.put("sigma2_mad_diff", nile.variance());
  }

  /// Without the p of supF, which the reference has by another approximation.
  static Map<String, Double> drivers() {
    var logarithms = ItsValues.column("drivers").map(Math::log10);
    var model = BreakModel.STANDARD.withLags(1, 12).with(new Least.Share(.1));
    var result = RegressionBreaks.analyse(logarithms, model).result().orElseThrow();
    var two = result.candidates().get(2);
    return Map.of(
        "breaks2.first", FIRST_MONTH + two.lastBefore().get(0),
        "breaks2.second", FIRST_MONTH + two.lastBefore().get(1),
        "RSS2", two.squares(),
        "RE", result.tests().recursive().statistic(),
        "RE.p", result.tests().recursive().p(),
        "supF", result.tests().supF().statistic());
  }
}
