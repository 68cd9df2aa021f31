package outturn.cli.evidence.packed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Json;
import outturn.outcome.datapackage.PackageFiles;
import outturn.outcome.datapackage.Unreadable;
import tools.jackson.databind.JsonNode;

/// Trees of JSON, and whether two are the same.
final class Trees {
  /// The last bits of a logarithm may be others on another processor.
  static final double TOLERANCE = 1e-9;

  private static final int LONGEST = 120;

  private Trees() {}

  /// @throws Unreadable when the file is no JSON object
  static Map<String, @Nullable Object> of(PackageFiles files, String path) {
    var node = Json.read(files.text(path));
    if (node.isEmpty() || !node.get().isObject()) {
      throw new Unreadable(path + ": expected a JSON object");
    }
    return fields(node.get());
  }

  private static Map<String, @Nullable Object> fields(JsonNode node) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    node.properties().forEach(each -> fields.put(each.getKey(), of(each.getValue())));
    return fields;
  }

  private static @Nullable Object of(JsonNode node) {
    if (node.isObject()) return fields(node);
    if (node.isArray()) {
      var list = new ArrayList<@Nullable Object>();
      node.forEach(each -> list.add(of(each)));
      return list;
    }
    if (node.isNumber()) return node.doubleValue();
    if (node.isBoolean()) return node.booleanValue();
    return node.isNull() ? null : node.asString();
  }

  /// An object inside; an empty one where there is none.
  static Map<String, @Nullable Object> object(Map<String, ?> tree, String name) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    if (tree.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    }
    return fields;
  }

  /// The objects of a list inside.
  static List<Map<String, @Nullable Object>> objects(Map<String, ?> tree, String name) {
    if (!(tree.get(name) instanceof List<?> list)) return List.of();
    return list.stream()
        .map(each -> {
          var one = new LinkedHashMap<String, @Nullable Object>();
          one.put("it", each);
          return object(one, "it");
        })
        .toList();
  }

  /// The first place where two trees differ, in words; numbers may differ by [#TOLERANCE] of the
  /// larger one.
  static Optional<String> difference(@Nullable Object said, @Nullable Object found) {
    return difference("", said, found);
  }

  private static Optional<String> difference(
      String place, @Nullable Object said, @Nullable Object found) {
    if (said instanceof Map<?, ?> one && found instanceof Map<?, ?> other) {
      return Stream.concat(one.keySet().stream(), other.keySet().stream())
          .distinct()
          .flatMap(name -> difference(place + "." + name, one.get(name), other.get(name)).stream())
          .findFirst();
    }
    if (said instanceof List<?> one && found instanceof List<?> other) {
      for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
        var inside = difference("%s[%d]".formatted(place, i), one.get(i), other.get(i));
        if (inside.isPresent()) return inside;
      }
      if (one.size() == other.size()) return Optional.empty();
      return told(place, one.size() + " of them", other.size() + " of them");
    }
    if (said instanceof Number one && found instanceof Number other) {
      return isNear(one.doubleValue(), other.doubleValue())
          ? Optional.empty()
          : told(place, said, found);
    }
    return Objects.equals(said, found) ? Optional.empty() : told(place, said, found);
  }

  private static boolean isNear(double one, double other) {
    double scale = Math.max(Math.abs(one), Math.abs(other));
    return one == other || Math.abs(one - other) <= TOLERANCE * Math.max(scale, TOLERANCE);
  }

  private static Optional<String> told(
      String place, @Nullable Object said, @Nullable Object found) {
    var where = place.isEmpty() ? "" : place.substring(place.startsWith(".") ? 1 : 0) + ": ";
    return Optional.of(
        "%sthe package says %s, the data give %s".formatted(where, shortly(said), shortly(found)));
  }

  private static String shortly(@Nullable Object value) {
    var text = value == null ? "nothing" : value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
