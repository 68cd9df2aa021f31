package outturn.definition.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.text.Node;
import outturn.definition.text.Position;

/// The values of a mapping that was read by its shape. What was missing or malformed is absent here
/// and has been told of; a reader puts something in its place and goes on, for a project with
/// problems is never handed out.
public final class Values {
  private final Shape shape;
  private final Node.Mapping mapping;
  private final Map<Key<?>, Object> values;

  Values(Shape shape, Node.Mapping mapping, Map<Key<?>, Object> values) {
    this.shape = shape;
    this.mapping = mapping;
    this.values = values;
  }

  @SuppressWarnings("unchecked") // A key's value was read by the key's own form.
  public <T> Optional<T> find(Key<T> key) {
    if (!shape.has(key)) {
      throw new IllegalArgumentException(
          "the shape of %s does not declare '%s'".formatted(shape.word(), key.name()));
    }
    return Optional.ofNullable((T) values.get(key));
  }

  public <T> T get(Key<T> key, T otherwise) {
    return find(key).orElse(otherwise);
  }

  /// A text, or an empty one.
  public String text(Key<String> key) {
    return get(key, "");
  }

  /// A list, or an empty one.
  public <T> List<T> list(Key<List<T>> key) {
    return get(key, List.of());
  }

  /// Whether the key is written, well or badly.
  public boolean has(Key<?> key) {
    return mapping.find(key.name()).isPresent();
  }

  /// Where the mapping begins.
  public Position position() {
    return mapping.position();
  }

  /// Where a key's value stands; where it is absent, the mapping.
  public Position position(Key<?> key) {
    return mapping.find(key.name()).map(Node::position).orElse(mapping.position());
  }

  /// Where the key itself stands.
  public Position keyPosition(Key<?> key) {
    return mapping.entries().stream()
        .filter(entry -> entry.name().equals(key.name()))
        .findFirst()
        .map(entry -> entry.key().position())
        .orElse(mapping.position());
  }
}
