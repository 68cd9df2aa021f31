package outturn.cli.openslo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.definition.service.Service;
import outturn.definition.service.Service.Serves;

/// What OpenSLO has no place for, as the annotations that carry it.
final class Annotations {
  /// The name of an output, which is unique in its service only.
  static final String OUTPUT = "outturn/output";

  static final String OWNER = "outturn/owner";
  static final String TELL = "outturn/tell";
  static final String SERVES = "outturn/serves";

  /// `none` where our output says no target, and OpenSLO must.
  static final String TARGET = "outturn/target";

  /// The window as it is written, `none` where none is; OpenSLO must say one.
  static final String WINDOW = "outturn/window";

  static final String NONE = "none";
  static final List<String> ALL = List.of(OUTPUT, OWNER, TELL, SERVES, TARGET, WINDOW);

  private Annotations() {}

  static String serves(List<Serves> edges) {
    var array = Json.array();
    for (var edge : edges) {
      var json = array.addObject();
      json.put("outcome", edge.outcome());
      json.put("because", edge.because());
      edge.perHourLate()
          .ifPresent(cost ->
              json.putObject("perHourLate")
                  .put("currency", cost.currency())
                  .put("low", cost.low())
                  .put("likely", cost.likely())
                  .put("high", cost.high()));
    }
    return array.toString();
  }

  /// The edges as they stand in a service of ours; nothing if the text is something else.
  static Optional<List<Map<String, Object>>> edges(String text) {
    var json = Json.read(text).filter(node -> node.isArray());
    if (json.isEmpty()) return Optional.empty();
    var edges = new ArrayList<Map<String, Object>>();
    for (var node : json.get().values()) {
      var fields = new Fields(node);
      if (fields.text("outcome").isEmpty() || fields.text("because").isEmpty()) {
        return Optional.empty();
      }
      Map<String, Object> edge = new LinkedHashMap<>();
      edge.put("outcome", fields.text("outcome"));
      edge.put("because", fields.text("because"));
      if (fields.has("perHourLate")) edge.put("perHourLate", cost(fields.object("perHourLate")));
      edges.add(edge);
    }
    return Optional.of(edges);
  }

  private static Map<String, Object> cost(Fields fields) {
    Map<String, Object> cost = new LinkedHashMap<>();
    cost.put("currency", fields.text("currency"));
    for (var point : List.of("low", "likely", "high")) {
      cost.put(point, fields.number(point).orElse(0.0));
    }
    return cost;
  }

  static String tell(Service.Tell tell) {
    var json = Json.object();
    json.put("channel", tell.channel());
    tell.above()
        .ifPresent(above ->
            json.putObject("above")
                .put("currency", above.currency())
                .put("amount", above.amount()));
    return json.toString();
  }

  static Optional<Map<String, Object>> told(String text) {
    var fields = Json.read(text).map(Fields::new);
    if (fields.filter(each -> !each.text("channel").isEmpty()).isEmpty()) return Optional.empty();
    Map<String, Object> tell = new LinkedHashMap<>();
    tell.put("channel", fields.get().text("channel"));
    if (fields.get().has("above")) {
      var above = fields.get().object("above");
      Map<String, Object> amount = new LinkedHashMap<>();
      amount.put("currency", above.text("currency"));
      amount.put("amount", above.number("amount").orElse(0.0));
      tell.put("above", amount);
    }
    return Optional.of(tell);
  }
}
