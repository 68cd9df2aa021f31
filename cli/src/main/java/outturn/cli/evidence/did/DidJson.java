package outturn.cli.evidence.did;

import java.util.stream.IntStream;
import outturn.cli.evidence.ReportJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A difference in differences as JSON.
final class DidJson {
  private final DidAnalysis analysis;

  private DidJson(DidAnalysis analysis) {
    this.analysis = analysis;
  }

  static ObjectNode of(DidAnalysis analysis) {
    return new DidJson(analysis).report();
  }

  private ObjectNode report() {
    var result = analysis.result();
    var report = ReportJson.of(result.grounds());
    report.set("att", ReportJson.of(result.effect()));
    ReportJson.number(report, "preTrendP", result.preTrend());
    report.put("draws", analysis.resampling().draws());
    treated(report.putArray("treated"));
    var controls = report.putArray("controls");
    IntStream.of(analysis.panel().controls())
        .forEach(unit -> controls.add(analysis.panel().units().get(unit)));
    var events = report.putArray("events");
    for (var each : result.events()) {
      var node = events.addObject().put("sinceStart", each.sinceStart());
      node.setAll(ReportJson.of(each.estimate()));
    }
    groupTimes(report.putArray("groupTimes"));
    return report;
  }

  private void treated(ArrayNode into) {
    for (var start : analysis.panel().cohorts()) {
      for (var unit : analysis.starting(start)) {
        into.addObject().put("name", unit).put("start", label(start));
      }
    }
  }

  private void groupTimes(ArrayNode into) {
    for (var each : analysis.groupTimes()) {
      var node = into.addObject().put("start", label(each.start()));
      node.put("period", label(each.period()));
      ReportJson.number(node, "estimate", each.effect());
      node.put("treatedUnits", each.units()).put("controlUnits", each.controls());
    }
  }

  private String label(int period) {
    return analysis.panel().label(period);
  }
}
