package outturn.cli.evidence.synthetic;

import java.util.List;
import outturn.cli.evidence.ReportJson;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.series.Series;
import outturn.evidence.synthetic.Weight;
import tools.jackson.databind.node.ObjectNode;

/// A synthetic unit by one of the methods, and what the treated one is beside it.
sealed interface Twin permits ControlTwin, DifferenceTwin {
  Estimate effect();

  Grounds grounds();

  List<Weight> weights();

  /// What would have been, per period.
  Series path();

  /// Adds what only this method has.
  void addTo(ObjectNode report, Study study);

  /// Tells what only this method has.
  void tell(Terminal terminal, Study study);

  /// All that is known, as JSON.
  default ObjectNode json(Study study) {
    var report = ReportJson.of(grounds());
    report.set("att", ReportJson.of(effect()));
    var treated = report.putArray("treated");
    for (var name : study.treated()) {
      treated.addObject().put("name", name).put("start", study.panel().label(study.start()));
    }
    var weights = report.putArray("weights");
    for (var each : weights()) {
      ReportJson.number(weights.addObject().put("name", each.donor()), "share", each.share());
    }
    addTo(report, study);
    var points = report.putArray("points");
    var observed = study.path();
    for (var t = 0; t < observed.size(); t++) {
      var node = points.addObject().put("period", study.panel().label(t));
      ReportJson.number(node, "value", observed.value(t));
      ReportJson.number(node, "synthetic", path().value(t));
      ReportJson.number(node, "gap", observed.value(t) - path().value(t));
    }
    return report;
  }
}
