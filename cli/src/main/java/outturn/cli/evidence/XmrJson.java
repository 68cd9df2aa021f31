package outturn.cli.evidence;

import outturn.evidence.xmr.XmrPhase;
import outturn.evidence.xmr.XmrPoint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A control chart as JSON.
final class XmrJson {
  private final XmrResult result;

  private XmrJson(XmrResult result) {
    this.result = result;
  }

  static ObjectNode of(XmrResult result) {
    return new XmrJson(result).report();
  }

  private ObjectNode report() {
    var chart = result.chart();
    var report = ReportJson.of(result.grounds());
    report.put("limits", ReportJson.word(chart.options().limits()));
    report.put("rules", ReportJson.word(chart.options().rules()));
    report.put("better", ReportJson.word(result.better()));
    report.put("step", result.timeline().step());
    ReportJson.number(report, "falseAlarmShare", result.falseAlarmShare());
    var target = result.target();
    if (target != null) {
      ReportJson.number(report, "target", target);
      report.put("assurance", ReportJson.word(chart.assurance(target)));
    }
    var phases = report.putArray("phases");
    chart.phases().forEach(phase -> phase(phases, phase));
    var points = report.putArray("points");
    chart.points().forEach(point -> point(points, point));
    return report;
  }

  private void phase(ArrayNode into, XmrPhase phase) {
    var node = into.addObject();
    node.put("from", result.timeline().label(phase.window().from()));
    node.put("to", result.timeline().label(phase.window().to() - 1));
    node.put("n", phase.count());
    var limits = phase.known();
    ReportJson.number(node, "centre", limits == null ? Double.NaN : limits.centre());
    ReportJson.number(node, "lower", limits == null ? Double.NaN : limits.lower());
    ReportJson.number(node, "upper", limits == null ? Double.NaN : limits.upper());
    ReportJson.number(node, "movingRange", limits == null ? Double.NaN : limits.movingRange());
    ReportJson.number(node, "upperRange", limits == null ? Double.NaN : limits.upperRange());
    ReportJson.number(node, "autocorrelation", phase.autocorrelation());
  }

  private void point(ArrayNode into, XmrPoint point) {
    var node = into.addObject();
    node.put("period", result.timeline().label(point.index()));
    ReportJson.number(node, "value", point.value());
    node.put("phase", point.phase() + 1);
    node.put("variation", ReportJson.word(point.variation()));
    var flags = node.putArray("flags");
    for (var signal : point.signals()) {
      var flag = flags.addObject();
      flag.put("rule", ReportJson.word(signal.rule()));
      flag.put("side", ReportJson.word(signal.side()));
      ReportJson.number(flag, "falseAlarmRate", result.falseAlarmRate(point, signal.rule()));
    }
  }
}
