package outturn.tasks.output;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON as plain values: text, [Long], [Double], [Boolean], lists and maps.
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  /// Reads one JSON value; empty for `null` and for what is not JSON.
  public static Optional<Object> read(String text) {
    try {
      return Optional.ofNullable(MAPPER.readValue(text, Object.class));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// Reads one JSON value; the exception says where it is wrong.
  public static Object readOrThrow(String text) throws JacksonException {
    return MAPPER.readValue(text, Object.class);
  }

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
