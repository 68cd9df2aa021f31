package outturn.cli.evidence.forecast;

import outturn.cli.evidence.ReportJson;
import outturn.evidence.forecast.Weights;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A forecast as JSON.
final class ForecastJson {
  private final ForecastAnalysis analysis;

  private ForecastJson(ForecastAnalysis analysis) {
    this.analysis = analysis;
  }

  static ObjectNode of(ForecastAnalysis analysis) {
    return new ForecastJson(analysis).report();
  }

  private ObjectNode report() {
    var forecast = analysis.forecast();
    var report = ReportJson.of(forecast.grounds());
    report.put("why", forecast.why());
    report.put("model", forecast.model().name());
    weights(report.putObject("weights"), forecast.model().weights());
    report.put("season", analysis.options().cycle());
    report.put("step", analysis.timeline().step());
    ReportJson.number(report, "level", analysis.options().level());
    ahead(report.putArray("ahead"));
    backtest(report.putObject("backtest"));
    analysis
        .aim()
        .ifPresentOrElse(aim -> aim(report.putObject("aim"), aim), () -> report.putNull("aim"));
    return report;
  }

  private static void weights(ObjectNode into, Weights weights) {
    ReportJson.number(into, "level", weights.level());
    ReportJson.number(into, "trend", weights.trend());
    ReportJson.number(into, "damping", weights.damping());
    ReportJson.number(into, "season", weights.season());
  }

  private void ahead(ArrayNode into) {
    var steps = analysis.forecast().steps();
    for (var j = 0; j < steps.size(); j++) {
      var step = steps.get(j);
      var node = into.addObject().put("period", analysis.ahead().label(j));
      ReportJson.number(node, "point", step.point());
      node.set("interval", ReportJson.of(step.interval()));
      node.put("residuals", step.residuals());
      node.put("basis", ReportJson.word(step.basis()));
    }
  }

  private void backtest(ObjectNode into) {
    var backtest = analysis.forecast().backtest();
    into.put("origins", backtest.origins());
    into.put("residuals", backtest.residuals());
    ReportJson.number(into, "meanMiss", backtest.meanMiss());
    ReportJson.number(into, "mase", backtest.mase());
    ReportJson.number(into, "smape", backtest.smape());
    ReportJson.number(into, "coverage", backtest.coverage());
    ReportJson.number(into, "pinball", backtest.pinball());
  }

  private void aim(ObjectNode into, Aim aim) {
    into.put("period", analysis.last());
    ReportJson.number(into, "target", aim.value());
    into.put("better", ReportJson.word(aim.way()));
    ReportJson.number(into, "chance", analysis.chance(aim));
  }
}
