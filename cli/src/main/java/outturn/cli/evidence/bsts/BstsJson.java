package outturn.cli.evidence.bsts;

import java.util.List;
import outturn.cli.evidence.ReportJson;
import outturn.evidence.its.Placebo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A structural time series as JSON.
final class BstsJson {
  private final BstsAnalysis analysis;

  private BstsJson(BstsAnalysis analysis) {
    this.analysis = analysis;
  }

  static ObjectNode of(BstsAnalysis analysis) {
    return new BstsJson(analysis).report();
  }

  private ObjectNode report() {
    var result = analysis.result();
    var report = ReportJson.of(result.grounds());
    report.set("average", ReportJson.of(result.average()));
    report.set("cumulative", ReportJson.of(result.cumulative()));
    report.set("relative", ReportJson.of(result.relative()));
    ReportJson.number(report, "tail", result.tail());
    var season = analysis.model().season();
    ReportJson.number(report, "season", season > 1 ? season : Double.NaN);
    var controls = report.putArray("controls");
    result
        .inclusions()
        .forEach(each ->
            ReportJson.number(
                controls.addObject().put("name", each.control()), "inclusion", each.probability()));
    analysis
        .placebo()
        .ifPresentOrElse(
            placebo -> placebo(report.putObject("placebo"), placebo),
            () -> report.putNull("placebo"));
    points(report.putArray("points"));
    return report;
  }

  private void placebo(ObjectNode into, Placebo placebo) {
    labels(into.putArray("dates"), placebo.dates());
    labels(into.putArray("declared"), placebo.declared());
    ReportJson.number(into, "share", placebo.share());
  }

  private void labels(ArrayNode into, List<Integer> periods) {
    periods.forEach(each -> into.add(analysis.label(each)));
  }

  private void points(ArrayNode into) {
    var chart = analysis.result().chart();
    for (var i = 0; i < analysis.values().size(); i++) {
      var node = into.addObject().put("period", analysis.label(i));
      ReportJson.number(node, "value", analysis.values().value(i));
      ReportJson.number(node, "counterfactual", chart.counterfactual().value(i));
      ReportJson.number(node, "lower", chart.lower().value(i));
      ReportJson.number(node, "upper", chart.upper().value(i));
    }
  }
}
