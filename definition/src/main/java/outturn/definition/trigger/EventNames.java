package outturn.definition.trigger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outturn.definition.expression.ValueType;
import outturn.definition.jsonpath.JsonPath;

/// The values that an event brings, by the names under which expressions see them.
final class EventNames {
  static final String ROOT = "trigger.";

  private EventNames() {}

  static Map<String, ValueType> of(Source source) {
    return switch (source) {
      case Source.Arrival _ ->
          names(Map.of("size", ValueType.INT), List.of("path", "name", "modified"));
      case Source.Webhook(_, _, var values) -> picked(values, List.of("key"));
      case Source.Ending _ ->
          names(
              Map.of("businessDate", ValueType.DATE), List.of("workflow", "task", "run", "state"));
      case Source.Cloud(_, _, var values) ->
          picked(values, List.of("id", "source", "type", "subject", "time"));
    };
  }

  private static Map<String, ValueType> picked(Map<String, JsonPath> values, List<String> texts) {
    var types = new TreeMap<String, ValueType>();
    values.keySet().forEach(name -> types.put(name, ValueType.ANY));
    return names(types, texts);
  }

  private static Map<String, ValueType> names(Map<String, ValueType> types, List<String> texts) {
    var names = new TreeMap<>(types);
    texts.forEach(name -> names.put(name, ValueType.STRING));
    return names;
  }
}
