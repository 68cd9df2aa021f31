package outturn.cli.evidence.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.cli.csv.CsvReader;
import outturn.cli.evidence.panel.PanelRows;
import outturn.evidence.did.Did;
import outturn.evidence.did.Resampling;
import outturn.evidence.panel.Panel;
import outturn.evidence.synthetic.Synthetic;
import outturn.evidence.synthetic.SyntheticOptions;
import outturn.evidence.synthetic.SyntheticResult;
import outturn.evidence.weights.Ridge;
import outturn.evidence.weights.Search;

/// California after its law on tobacco, Proposition 99, against 38 other states.
final class ComparisonValues {
  private static final String FILE = "prop99/california_prop99_long.csv";
  private static final List<String> DONORS = List.of("Utah", "Montana", "Nevada", "Connecticut");

  private ComparisonValues() {}

  static Optional<Map<String, Double>> of(ReferenceData data) {
    return data.other(FILE).map(text -> values(panel(text)));
  }

  private static Panel panel(String text) {
    var file = CsvReader.parse(FILE, text);
    var rows = PanelRows.of(file, "State", "Year", "PacksPerCapita");
    return rows.panel(rows.starts(List.of("California"), "1989")).result().orElseThrow();
  }

  private static Map<String, Double> values(Panel panel) {
    var exact = synthetic(panel, Search.EXACT);
    var did = Did.analyse(panel, Resampling.DEFAULT).result().orElseThrow();
    var values = new HashMap<String, Double>();
    values.put("did.att", did.effect().value());
    values.put("sc_no_intercept.att", synthetic(panel, Search.FRANK_WOLFE).effect().value());
    values.put("sc_outcomes_only_exact_qp.preMSPE", exact.treated().before());
    values.put("sc_outcomes_only_exact_qp.att", exact.effect().value());
    values.put("sc_outcomes_only_exact_qp.gap2000", exact.gaps().value(panel.periods() - 1));
    for (var each : exact.weights()) {
      if (DONORS.contains(each.donor())) {
        values.put("sc_outcomes_only.w." + each.donor(), each.share());
      }
    }
    return values;
  }

  private static SyntheticResult synthetic(Panel panel, Search search) {
    var options = new SyntheticOptions(search, Ridge.SMALL, .95);
    return Synthetic.analyse(panel, options).result().orElseThrow();
  }
}
