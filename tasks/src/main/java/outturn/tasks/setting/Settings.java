package outturn.tasks.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The settings of one attempt, by name. A setting that is missing or of another type is an
/// [IllegalArgumentException] whose message names it, which the SPI turns into a failed start.
public record Settings(Map<String, Object> values) {

  public String text(String name) {
    return optionalText(name).orElseThrow(() -> wrong(name, "text"));
  }

  public Optional<String> optionalText(String name) {
    return switch (values.get(name)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      default -> throw wrong(name, "text");
    };
  }

  /// A setting of any type.
  public Optional<Object> any(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// A list, empty when it is not set.
  public List<Object> list(String name) {
    return switch (values.get(name)) {
      case null -> List.of();
      case List<?> list when list.stream().noneMatch(Objects::isNull) -> List.copyOf(list);
      default -> throw wrong(name, "a list without nulls");
    };
  }

  /// A map, empty when it is not set. Its values may be null.
  public Map<String, Object> map(String name) {
    return switch (values.get(name)) {
      case null -> Map.of();
      case Map<?, ?> map -> named(map);
      default -> throw wrong(name, "a map");
    };
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    var named = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }

  private IllegalArgumentException wrong(String name, String expected) {
    var found = values.containsKey(name) ? "is not of that type" : "is missing";
    return new IllegalArgumentException(
        "setting '%s' %s; expected %s".formatted(name, found, expected));
  }
}
