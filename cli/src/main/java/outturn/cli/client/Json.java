package outturn.cli.client;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads and makes JSON trees.
public final class Json {
  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /// The value that a text writes; empty if it is not one JSON value.
  public static Optional<JsonNode> read(String text) {
    try {
      var value = Mapper.STRICT.readTree(text);
      return value.isMissingNode() ? Optional.empty() : Optional.of(value);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /// Made when it is first needed.
  private static final class Mapper {
    static final JsonMapper STRICT =
        JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
  }
}
