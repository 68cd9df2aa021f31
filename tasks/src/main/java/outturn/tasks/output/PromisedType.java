package outturn.tasks.output;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The type of a promised output, by the word that definitions use: `string int number boolean date
/// map any` and `list<…>` of one of these. A date is text in the form `2026-03-29`.
record PromisedType(String word) {

  private static final String LIST = "list<";

  /// The value as one of this type: `int` is a [Long], `number` a [Double]; empty if it is none.
  Optional<Object> of(Object value) {
    if (word.startsWith(LIST)) return list(value);
    return switch (word) {
      case "any" -> Optional.of(value);
      case "string" -> value instanceof String ? Optional.of(value) : Optional.empty();
      case "boolean" -> value instanceof Boolean ? Optional.of(value) : Optional.empty();
      case "map" -> value instanceof Map ? Optional.of(value) : Optional.empty();
      case "int" -> value instanceof Long ? Optional.of(value) : Optional.empty();
      case "number" ->
          value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
      case "date" -> value instanceof String text ? date(text) : Optional.empty();
      default -> throw new IllegalArgumentException("unknown type of an output: " + word);
    };
  }

  /// The value that a text stands for; lists and maps are written as JSON.
  Optional<Object> ofText(String text) {
    return switch (word) {
      case "any", "string" -> Optional.of(text);
      case "date" -> date(text.strip());
      default -> Json.read(text.strip()).flatMap(this::of);
    };
  }

  private Optional<Object> list(Object value) {
    if (!(value instanceof List<?> elements)) return Optional.empty();
    var type = new PromisedType(word.substring(LIST.length(), word.length() - 1));
    var list = new ArrayList<Object>();
    for (var element : elements) {
      if (element == null) return Optional.empty();
      var one = type.of(element);
      if (one.isEmpty()) return Optional.empty();
      list.add(one.get());
    }
    return Optional.of(list);
  }

  private static Optional<Object> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text).toString());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
