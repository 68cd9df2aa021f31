package outturn.definition.shape;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import outturn.definition.text.Nearest;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// The keys that a mapping may have.
public final class Shape {
  private final String word;
  private final List<Key<?>> keys;
  private final Map<String, Key<?>> byName;

  /// @param word what the mapping is, for messages: `task`
  public Shape(String word, Key<?>... keys) {
    this.word = word;
    this.keys = List.of(keys);
    this.byName =
        this.keys.stream().collect(Collectors.toUnmodifiableMap(Key::name, Function.identity()));
  }

  public String word() {
    return word;
  }

  public List<Key<?>> keys() {
    return keys;
  }

  boolean has(Key<?> key) {
    return byName.get(key.name()) == key;
  }

  /// A key's value that is such a mapping.
  public Form<Values> form() {
    return new Form<>(
        "a mapping with the keys of " + article() + word,
        schema(),
        (form, node, problems) ->
            node instanceof Node.Mapping mapping
                ? Optional.of(read(mapping, problems))
                : form.refuse(node, problems));
  }

  private String article() {
    return "aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ";
  }

  /// Reads the values of all keys and tells of those that are unknown, missing or malformed.
  public Values read(Node.Mapping mapping, Problems problems) {
    var values = new IdentityHashMap<Key<?>, Object>();
    for (var entry : mapping.entries()) {
      var key = byName.get(entry.name());
      if (key == null) {
        tellUnknown(entry, problems);
      } else if (key.presence() == Key.Presence.NOT_YET) {
        problems.add(
            entry.key().position(),
            "not-yet",
            "'%s' of %s%s is not in this release".formatted(key.name(), article(), word),
            "remove it for now; it is refused so that nobody counts on it");
      } else {
        key.form().read(entry.value(), problems).ifPresent(value -> values.put(key, value));
      }
    }
    tellMissing(mapping, problems);
    return new Values(this, mapping, values);
  }

  private void tellUnknown(Node.Entry entry, Problems problems) {
    problems.add(
        entry.key().position(),
        "unknown-key",
        "%s%s has no key '%s'".formatted(article(), word, entry.name()),
        Nearest.hint(entry.name(), names(Key.Presence.REQUIRED, Key.Presence.OPTIONAL)));
  }

  private void tellMissing(Node.Mapping mapping, Problems problems) {
    for (var key : keys) {
      if (key.presence() != Key.Presence.REQUIRED) continue;
      if (mapping.find(key.name()).isPresent()) continue;
      problems.add(
          mapping.position(),
          "missing-key",
          "%s%s needs the key '%s'".formatted(article(), word, key.name()),
          "expected " + key.form().expected());
    }
  }

  private List<String> names(Key.Presence... presences) {
    var wanted = List.of(presences);
    return keys.stream().filter(key -> wanted.contains(key.presence())).map(Key::name).toList();
  }

  /// This shape as JSON Schema.
  public Map<String, Object> schema() {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (var key : keys) {
      if (key.presence() == Key.Presence.NOT_YET) continue;
      var said = new LinkedHashMap<>(key.form().schema());
      if (!key.about().isEmpty()) said.put("description", key.about());
      properties.put(key.name(), said);
      if (key.presence() == Key.Presence.REQUIRED) required.add(key.name());
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }
}
