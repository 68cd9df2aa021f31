package outturn.cli.evidence;

import java.util.List;
import java.util.Optional;
import outturn.cli.client.Json;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.its.Ratios;
import outturn.evidence.its.SensitivityRow;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An interrupted time series as JSON.
final class ItsJson {
  private final ItsAnalysis analysis;

  private ItsJson(ItsAnalysis analysis) {
    this.analysis = analysis;
  }

  static ObjectNode of(ItsAnalysis analysis) {
    return new ItsJson(analysis).report();
  }

  private ObjectNode report() {
    var result = analysis.result();
    var report = ReportJson.of(result.grounds());
    effects(report);
    ReportJson.number(report, "autocorrelation", result.residuals().autocorrelation());
    report.set("residuals", residuals());
    report.set("periods", periods());
    var sensitivity = report.putArray("sensitivity");
    result.sensitivity().forEach(row -> sensitivity.add(row(row)));
    report.set("placebo", placebo());
    points(report.putArray("points"));
    return report;
  }

  private void effects(ObjectNode report) {
    var effects = analysis.result().effects();
    report.put("scale", analysis.model().response().multiplies() ? "log" : "natural");
    effect(report, "step", Optional.of(effects.step()));
    effect(report, "slope", effects.slope());
    effect(report, "rateRatio", effects.ratios().map(Ratios::step));
    effect(report, "slopeRatio", effects.ratios().flatMap(Ratios::slope));
    effect(report, "averageRatio", effects.ratios().map(Ratios::average));
    effect(report, "average", Optional.of(effects.average()));
    effect(report, "cumulative", Optional.of(effects.cumulative()));
  }

  private static void effect(ObjectNode into, String name, Optional<Estimate> estimate) {
    estimate.ifPresentOrElse(each -> into.set(name, ReportJson.of(each)), () -> into.putNull(name));
  }

  private ObjectNode residuals() {
    var residuals = analysis.result().residuals();
    var node = Json.object();
    ReportJson.number(node, "durbinWatson", residuals.durbinWatson());
    var portmanteau = node.putObject("ljungBox");
    ReportJson.number(portmanteau, "statistic", residuals.portmanteau().statistic());
    portmanteau.put("lags", residuals.portmanteau().lags());
    ReportJson.number(portmanteau, "p", residuals.portmanteau().p());
    ReportJson.number(node, "normalityP", residuals.normality());
    ReportJson.number(node, "dispersion", residuals.scale());
    return node;
  }

  private ObjectNode periods() {
    var periods = analysis.result().periods();
    return Json.object()
        .put("before", periods.before())
        .put("after", periods.after())
        .put("transition", periods.transition())
        .put("missing", periods.missing());
  }

  private static ObjectNode row(SensitivityRow row) {
    var node = Json.object().put("name", row.name());
    switch (row.average()) {
      case Answer.Found<Estimate>(var estimate) -> node.set("average", ReportJson.of(estimate));
      case Answer.Refused<Estimate>(var why) -> {
        node.putNull("average");
        node.put("reason", why.reason().word()).put("text", why.text());
      }
    }
    return node;
  }

  private ObjectNode placebo() {
    var placebo = analysis.result().placebo();
    var node = Json.object();
    labels(node.putArray("dates"), placebo.dates());
    labels(node.putArray("declared"), placebo.declared());
    ReportJson.number(node, "share", placebo.share());
    return node;
  }

  private void labels(ArrayNode into, List<Integer> periods) {
    periods.forEach(each -> into.add(analysis.timeline().label(each)));
  }

  private void points(ArrayNode into) {
    var chart = analysis.result().chart();
    for (var i = 0; i < analysis.series().size(); i++) {
      var node = into.addObject().put("period", analysis.timeline().label(i));
      ReportJson.number(node, "value", analysis.series().value(i));
      ReportJson.number(node, "fitted", chart.fitted().value(i));
      ReportJson.number(node, "counterfactual", chart.counterfactual().value(i));
      ReportJson.number(node, "lower", chart.lower().value(i));
      ReportJson.number(node, "upper", chart.upper().value(i));
    }
  }
}
