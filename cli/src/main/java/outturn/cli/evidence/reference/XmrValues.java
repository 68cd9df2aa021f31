package outturn.cli.evidence.reference;

import java.util.Map;
import outturn.cli.csv.Numbers;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.LimitRule;
import outturn.evidence.xmr.Limits;
import outturn.evidence.xmr.Xmr;
import outturn.evidence.xmr.XmrOptions;

/// Control charts of data whose limits are printed in books.
final class XmrValues {
  private XmrValues() {}

  static Map<String, Double> wheeler() {
    var limits = limits("wheeler_msd_p382.csv", LimitRule.WHEELER);
    return Map.of(
        "mean", limits.centre(),
        "mR_bar", limits.movingRange(),
        "LNPL", limits.lower(),
        "UNPL", limits.upper(),
        "URL", limits.upperRange());
  }

  static Map<String, Double> nist() {
    var limits = limits("nist_flowrate.csv", LimitRule.EXACT);
    return Map.of(
        "mean", limits.centre(),
        "mR_bar", limits.movingRange(),
        "UCL_3_over_1.128", limits.upper(),
        "LCL_3_over_1.128", limits.lower());
  }

  private static Limits limits(String name, LimitRule rule) {
    var series = Series.of(Numbers.of(ReferenceData.own(name), "x"));
    var chart = Xmr.of(series, XmrOptions.standard(Direction.NEUTRAL).with(rule));
    return chart.phases().getFirst().limits().orElseThrow();
  }
}
