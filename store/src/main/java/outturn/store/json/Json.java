package outturn.store.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/// Inputs and outputs as text for `jsonb` and back, such that values return equal: whole numbers as
/// `Long`, others as `Double`, then `String`, `Boolean`, `List`, `Map` and, inside of these, null.
///
/// What `jsonb` cannot hold (a NUL in a text, a number that is not finite) is written nevertheless
/// and refused by the database, as a data error of its one row.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  private Json() {}

  public static String encode(Map<String, ?> values) {
    return MAPPER.writeValueAsString(written(values));
  }

  public static Map<String, Object> decode(String text) {
    return MAPPER.readerForMapOf(Object.class).readValue(text);
  }

  private static @Nullable Object written(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        map.forEach((name, each) -> copy.put(name, written(each)));
        yield copy;
      }
      case List<?> list -> list.stream().map(Json::written).toList();
      case Double number -> new RawValue(decimal(number));
      case null -> null;
      default -> value;
    };
  }

  // jsonb keeps the decimal point of 1.0, but writes 1E10 without one: it would return as a Long.
  private static String decimal(double number) {
    if (!Double.isFinite(number)) return Double.toString(number);
    var plain = new BigDecimal(Double.toString(number)).toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }
}
