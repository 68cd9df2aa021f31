package outturn.http.json;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Values as JSON: records by their components, what is absent as null, instants as ISO-8601.
public final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// The members of a record, to which more are added.
  public static ObjectNode object(Object record) {
    return MAPPER.valueToTree(record);
  }

  /// @throws outturn.http.problem.Refused when a text or a name holds what no database can
  static JsonNode read(byte[] text) {
    var node = MAPPER.readTree(text);
    Unstorable.refuse(node, text);
    return node;
  }
}
