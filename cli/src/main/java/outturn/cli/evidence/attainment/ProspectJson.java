package outturn.cli.evidence.attainment;

import outturn.cli.client.Json;
import outturn.cli.evidence.ReportJson;
import outturn.evidence.attainment.Forecast;
import outturn.evidence.attainment.Update;
import tools.jackson.databind.node.ObjectNode;

/// A forecast of attainment as JSON.
final class ProspectJson {
  private ProspectJson() {}

  static ObjectNode of(Prospect prospect) {
    var now = prospect.now();
    var report = ReportJson.of(now.grounds());
    report.set("attained", ReportJson.of(now.attained()));
    report.set("withoutPeople", ReportJson.of(now.withoutPeople()));
    points(report, now);
    var drivers = report.putArray("drivers");
    for (var each : now.drivers()) {
      var node = drivers.addObject();
      node.put("name", each.name()).put("kind", ReportJson.word(each.kind()));
      ReportJson.number(node, "correlation", each.correlation());
    }
    prospect
        .update()
        .ifPresentOrElse(
            update -> report.set("update", of(update)), () -> report.putNull("update"));
    return report;
  }

  private static void points(ObjectNode report, Forecast now) {
    var points = report.putArray("points");
    for (var period = 0; period < now.path().size(); period++) {
      var spread = now.path().get(period);
      var node = points.addObject().put("period", period);
      ReportJson.number(node, "p10", spread.p10());
      ReportJson.number(node, "p50", spread.p50());
      ReportJson.number(node, "p90", spread.p90());
    }
  }

  private static ObjectNode of(Update update) {
    var node = Json.object();
    node.set("before", ReportJson.of(update.before().attained()));
    ReportJson.number(node, "lag", update.lag());
    ReportJson.number(node, "effective", update.effective());
    return node;
  }
}
