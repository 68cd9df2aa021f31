package outturn.definition.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The values that an expression may see, by dotted name: `inputs.regions`,
/// `tasks.extract.outputs.visits`, `businessDate`, `item`. A `-` in a name is written `_`. Values
/// are `String`, `Long`, `Double`, `Boolean`, `List` and `Map` of these.
public record Scope(Map<String, Object> values) {

  public static final Scope EMPTY = new Scope(Map.of());

  public Scope {
    values = Map.copyOf(values);
  }

  public Optional<Object> find(String dottedName) {
    return Optional.ofNullable(values.get(dottedName));
  }

  /// This scope and one more value; a null value is left out.
  public Scope with(String dottedName, @Nullable Object value) {
    if (value == null) return this;
    var more = new HashMap<>(values);
    more.put(dottedName, value);
    return new Scope(more);
  }

  /// A name as it is written in expressions.
  public static String identifier(String name) {
    return name.replace('-', '_');
  }
}
