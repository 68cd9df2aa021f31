package outturn.cli.evidence.changepoint;

import outturn.cli.client.Json;
import outturn.cli.evidence.ReportJson;
import outturn.evidence.changepoint.BreaksResult;
import outturn.evidence.changepoint.Change;
import outturn.evidence.changepoint.LevelChangesResult;
import outturn.evidence.changepoint.Segment;
import outturn.evidence.changepoint.StabilityTests;
import tools.jackson.databind.node.ObjectNode;

/// Change points as JSON.
final class ChangePointJson {
  private final ChangePointAnalysis analysis;

  private ChangePointJson(ChangePointAnalysis analysis) {
    this.analysis = analysis;
  }

  static ObjectNode of(ChangePointAnalysis analysis) {
    return new ChangePointJson(analysis).report();
  }

  private ObjectNode report() {
    var report = ReportJson.of(analysis.grounds());
    report.put("scale", analysis.isLogarithmic() ? "log" : "natural");
    var found = analysis.changes();
    var changes = report.putArray("changes");
    for (var i = 0; i < found.changes().size(); i++) {
      changes.add(
          change(found.changes().get(i), found.segments().get(i), found.segments().get(i + 1)));
    }
    var segments = report.putArray("segments");
    found.segments().forEach(each -> segments.add(segment(each)));
    switch (analysis.answer()) {
      case ChangePointAnalysis.Answer.Levels(var result) -> levels(report, result);
      case ChangePointAnalysis.Answer.Breaks(var result, var level) ->
          breaks(report, result, level);
    }
    return report;
  }

  private ObjectNode change(Change change, Segment before, Segment after) {
    var node = Json.object();
    node.put("lastBefore", analysis.timeline().label(change.lastBefore()));
    node.put("firstAfter", analysis.timeline().label(change.firstAfter()));
    change
        .range()
        .ifPresentOrElse(
            window ->
                node.putArray("range")
                    .add(analysis.timeline().label(window.from()))
                    .add(analysis.timeline().label(window.to() - 1)),
            () -> node.putNull("range"));
    ReportJson.number(node, "before", analysis.mean(before));
    ReportJson.number(node, "after", analysis.mean(after));
    return node.put("question", analysis.question(change));
  }

  private ObjectNode segment(Segment segment) {
    var node =
        Json.object()
            .put("from", analysis.timeline().label(segment.window().from()))
            .put("to", analysis.timeline().label(segment.window().to() - 1))
            .put("n", segment.n());
    ReportJson.number(node, "mean", analysis.mean(segment));
    node.set(
        "coefficients",
        ReportJson.numbers(
            segment.coefficients().stream().mapToDouble(Double::doubleValue).toArray()));
    return node;
  }

  private static void levels(ObjectNode into, LevelChangesResult result) {
    var noise = into.putObject("noise");
    ReportJson.number(noise, "standardDeviation", Math.sqrt(result.variance()));
    ReportJson.number(noise, "autocorrelation", result.autocorrelation());
    ReportJson.number(into, "penalty", result.penalty());
    ReportJson.number(into, "cost", result.cost());
  }

  private void breaks(ObjectNode into, BreaksResult result, double level) {
    ReportJson.number(into, "level", level);
    var candidates = into.putArray("candidates");
    for (var each : result.candidates()) {
      var node = candidates.addObject().put("breaks", each.breaks());
      ReportJson.number(node, "squares", each.squares());
      ReportJson.number(node, "bic", each.bic());
      var dates = node.putArray("lastBefore");
      each.lastBefore().forEach(period -> dates.add(analysis.timeline().label(period)));
    }
    var tests = into.putObject("tests");
    test(tests.putObject("supF"), result.tests().supF());
    test(tests.putObject("cusum"), result.tests().cusum());
    test(tests.putObject("recursive"), result.tests().recursive());
  }

  private static void test(ObjectNode into, StabilityTests.Test test) {
    ReportJson.number(into, "statistic", test.statistic());
    ReportJson.number(into, "p", test.p());
  }
}
