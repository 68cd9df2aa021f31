package outturn.http.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import outturn.definition.text.Nearest;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An object of a request's JSON, read strictly: a field that is not known, or of another type than
/// expected, refuses the request and says where.
public final class JsonObject {
  private final JsonNode node;
  private final String path;

  private JsonObject(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /// Reads a request's body.
  ///
  /// @param fields the names that may be there
  /// @throws Refused when it is no JSON object of these fields
  public static JsonObject read(byte[] body, String... fields) {
    try {
      return of(Json.read(body), "", fields);
    } catch (JacksonException malformed) {
      var place = malformed.getLocation();
      throw bad(
          "the body is not JSON: %s at line %d, column %d"
              .formatted(malformed.getOriginalMessage(), place.getLineNr(), place.getColumnNr()));
    }
  }

  /// A value that was read already.
  ///
  /// @param path of it, as refusals name it
  public static JsonObject of(Object value, String path, String... fields) {
    return of(Json.MAPPER.<JsonNode>valueToTree(value), path, fields);
  }

  private static JsonObject of(JsonNode node, String path, String... fields) {
    if (!node.isObject()) throw wrong(path, "an object", node);
    var known = Arrays.asList(fields);
    for (var name : node.propertyNames()) {
      if (!known.contains(name)) {
        throw bad(
            "%s is not a field here; %s"
                .formatted(told(at(path, name)), Nearest.hint(name, known)));
      }
    }
    return new JsonObject(node, path);
  }

  /// Whether the field is there and not null.
  public boolean has(String name) {
    return !node.path(name).isMissingNode() && !node.path(name).isNull();
  }

  public String text(String name) {
    return find(name).orElseThrow(() -> wrong(at(name), "a text", node.path(name)));
  }

  public Optional<String> find(String name) {
    if (!has(name)) return Optional.empty();
    if (!node.path(name).isString()) throw wrong(at(name), "a text", node.path(name));
    return Optional.of(node.path(name).stringValue());
  }

  public LocalDate date(String name) {
    return findDate(name)
        .orElseThrow(() -> wrong(at(name), "a date such as \"2026-11-23\"", node.path(name)));
  }

  public Optional<LocalDate> findDate(String name) {
    var text = find(name);
    if (text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(LocalDate.parse(text.get()));
    } catch (DateTimeException notADate) {
      throw wrong(at(name), "a date such as \"2026-11-23\"", node.path(name));
    }
  }

  public int whole(String name) {
    var value = node.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(at(name), "a whole number", value);
    }
    return value.intValue();
  }

  public OptionalDouble findNumber(String name) {
    if (!has(name)) return OptionalDouble.empty();
    if (!node.path(name).isNumber()) throw wrong(at(name), "a number", node.path(name));
    return OptionalDouble.of(node.path(name).doubleValue());
  }

  /// False when it is absent.
  public boolean isTrue(String name) {
    if (!has(name)) return false;
    if (!node.path(name).isBoolean()) throw wrong(at(name), "true or false", node.path(name));
    return node.path(name).booleanValue();
  }

  /// The members of an object whose names are free; none when it is absent.
  public Map<String, Object> values(String name) {
    if (!has(name)) return Map.of();
    if (!node.path(name).isObject()) throw wrong(at(name), "an object", node.path(name));
    return Json.MAPPER.readerForMapOf(Object.class).readValue(node.path(name));
  }

  /// The texts of an object whose names are free.
  public Map<String, String> texts(String name) {
    if (!node.path(name).isObject()) throw wrong(at(name), "an object", node.path(name));
    var texts = new LinkedHashMap<String, String>();
    for (var entry : node.path(name).properties()) {
      if (!entry.getValue().isString()) {
        throw wrong(at(at(name), entry.getKey()), "a text", entry.getValue());
      }
      texts.put(entry.getKey(), entry.getValue().stringValue());
    }
    return texts;
  }

  /// An object of these fields.
  public JsonObject object(String name, String... fields) {
    return of(node.path(name), at(name), fields);
  }

  /// The texts of a list.
  public List<String> textList(String name) {
    if (!node.path(name).isArray()) throw wrong(at(name), "a list", node.path(name));
    var texts = new ArrayList<String>();
    for (var each : node.path(name)) {
      if (!each.isString()) throw wrong(at(name), "a list of texts", node.path(name));
      texts.add(each.stringValue());
    }
    return texts;
  }

  /// The objects of a list.
  public List<JsonObject> objects(String name, String... fields) {
    if (!node.path(name).isArray()) throw wrong(at(name), "a list", node.path(name));
    var objects = new ArrayList<JsonObject>();
    for (var each : node.path(name)) {
      objects.add(of(each, "%s[%d]".formatted(at(name), objects.size()), fields));
    }
    return objects;
  }

  /// The same object with fewer fields allowed.
  public JsonObject only(String... fields) {
    return of(node, path, fields);
  }

  /// The path of this object, such as `runs[3]`; empty for the whole body.
  public String path() {
    return path;
  }

  private String at(String name) {
    return at(path, name);
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String told(String path) {
    return path.isEmpty() ? "the body" : "'" + path + "'";
  }

  private static Refused wrong(String path, String expected, JsonNode found) {
    if (found.isMissingNode() || found.isNull()) {
      return bad("%s is missing: expected %s".formatted(told(path), expected));
    }
    var text = found.toString();
    var brief = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return bad("%s is to be %s, not %s".formatted(told(path), expected, brief));
  }

  private static Refused bad(String detail) {
    return Problem.of(Code.BAD_REQUEST, detail).refused();
  }
}
