package outturn.definition.expression;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.NullValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What CEL answers, as the values that scopes hold.
final class Answers {

  private Answers() {}

  static Object plain(@Nullable Object answer) {
    return switch (answer) {
      case null -> throw new EvaluationFailed("the expression gives null");
      case NullValue none -> throw new EvaluationFailed("the expression gives null");
      case String text -> text;
      case Long whole -> whole;
      case Double number -> number;
      case Boolean truth -> truth;
      case UnsignedLong whole -> whole.longValue();
      case List<?> list -> list.stream().map(Answers::plain).toList();
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> fields.put(String.valueOf(key), plain(value)));
        yield fields;
      }
      default -> answer.toString();
    };
  }

  /// The deepest reason, in one line.
  static String reason(Throwable failed) {
    var deepest = failed;
    while (deepest.getCause() != null) deepest = deepest.getCause();
    var message = String.valueOf(deepest.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
