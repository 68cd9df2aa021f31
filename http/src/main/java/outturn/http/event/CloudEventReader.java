package outturn.http.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outturn.http.json.FreeJson;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.runtime.event.CloudEvents.CloudEvent;

/// Reads CloudEvents 1.0 from HTTP: binary mode (attributes in `ce-` headers), structured mode and
/// batches (JSON).
final class CloudEventReader {
  private static final int LONGEST = 500;
  private static final int MOST = 1_000;

  private CloudEventReader() {}

  /// @throws Refused when it is no CloudEvent, or no CloudEvents only
  static List<CloudEvent> read(Function<String, Optional<String>> headers, byte[] body) {
    var type = headers.apply("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("application/cloudevents-batch")) return batch(FreeJson.read(body));
    if (type.startsWith("application/cloudevents")) return List.of(structured(FreeJson.read(body)));
    boolean json = type.isEmpty() || type.contains("json");
    Object data = json ? FreeJson.read(body) : Map.of();
    return List.of(event(name -> headers.apply("ce-" + name), data));
  }

  private static List<CloudEvent> batch(Object body) {
    if (!(body instanceof List<?> list) || list.size() > MOST) {
      throw bad("expected a list of at most %d CloudEvents".formatted(MOST));
    }
    return list.stream().map(CloudEventReader::structured).toList();
  }

  private static CloudEvent structured(Object body) {
    if (!(body instanceof Map<?, ?> map)) throw bad("expected a CloudEvent as a JSON object");
    var given = map.get("data");
    Object data = given == null ? Map.of() : given;
    return event(name -> Optional.ofNullable(map.get(name)).map(String::valueOf), data);
  }

  private static CloudEvent event(Function<String, Optional<String>> attributes, Object data) {
    var version = attributes.apply("specversion");
    if (!version.equals(Optional.of("1.0"))) {
      throw bad(
          "expected a CloudEvent with specversion 1.0 (binary mode: the header ce-specversion), found "
              + version.orElse("none"));
    }
    return new CloudEvent(
        required(attributes, "id"),
        required(attributes, "source"),
        required(attributes, "type"),
        attributes.apply("subject").orElse(""),
        attributes.apply("time").orElse(""),
        data);
  }

  private static String required(Function<String, Optional<String>> attributes, String name) {
    return attributes
        .apply(name)
        .filter(text -> !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0)
        .orElseThrow(() ->
            bad(
                "a CloudEvent has an attribute '%s' of 1 to %d characters"
                    .formatted(name, LONGEST)));
  }

  private static Refused bad(String detail) {
    return Problem.of(Code.BAD_REQUEST, detail).refused();
  }
}
