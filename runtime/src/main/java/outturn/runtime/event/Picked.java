package outturn.runtime.event;

import java.util.HashMap;
import java.util.Map;
import outturn.definition.jsonpath.JsonPath;

/// The values that a trigger takes out of JSON.
final class Picked {
  private Picked() {}

  /// Those that are there; an input whose value is not is told of when the run is to be started.
  static Map<String, Object> from(Object json, Map<String, JsonPath> paths) {
    var values = new HashMap<String, Object>();
    paths.forEach((name, path) -> path.value(json).ifPresent(value -> values.put(name, value)));
    return values;
  }
}
