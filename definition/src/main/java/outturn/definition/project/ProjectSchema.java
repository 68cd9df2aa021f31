package outturn.definition.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON Schema of documents, for editors; made of the shapes that the readers use.
public final class ProjectSchema {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private ProjectSchema() {}

  /// JSON Schema 2020-12; the same text each time.
  public static String json() {
    return JSON.writeValueAsString(schema()) + "\n";
  }

  private static Map<String, Object> schema() {
    var definitions = new LinkedHashMap<String, Object>();
    var branches = new ArrayList<Map<String, Object>>();
    for (var kind : Kind.values()) {
      definitions.put(kind.word(), definition(kind));
      branches.add(
          Map.of(
              "if",
              Map.of("properties", Map.of("kind", Map.of("const", kind.word()))),
              "then",
              Map.of("$ref", "#/$defs/" + kind.word())));
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Outturn");
    schema.put("type", "object");
    schema.put("required", List.of("kind", "name"));
    schema.put("properties", Map.of("kind", Map.of("enum", Kind.words())));
    schema.put("allOf", branches);
    schema.put("$defs", definitions);
    return schema;
  }

  @SuppressWarnings("unchecked") // A shape's properties are a map by name.
  private static Map<String, Object> definition(Kind kind) {
    var schema = kind.shape().schema();
    var properties =
        new LinkedHashMap<>((Map<String, Object>) schema.getOrDefault("properties", Map.of()));
    properties.put("kind", Map.of("const", kind.word()));
    schema.put("properties", properties);
    return schema;
  }
}
