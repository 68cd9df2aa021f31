package outturn.definition.shape;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// What a key takes: how it is read from a file, and how JSON Schema says it.
///
/// @param expected in words, for messages: `a duration such as 30s, 10m or 2h`
public record Form<T>(String expected, Map<String, Object> schema, Reading<T> reading) {

  /// Reads a value; empty after a problem was told.
  public Optional<T> read(Node node, Problems problems) {
    return reading.read(this, node, problems);
  }

  /// The way from a node to a value.
  @FunctionalInterface
  public interface Reading<T> {
    Optional<T> read(Form<T> form, Node node, Problems problems);
  }

  /// A form of which each value is made into another by a function that cannot fail.
  public <R> Form<R> as(Function<T, R> made) {
    return new Form<>(expected, schema, (form, node, problems) -> read(node, problems).map(made));
  }

  /// This form, with the place of each value kept.
  public Form<Placed<T>> placed() {
    return new Form<>(
        expected,
        schema,
        (form, node, problems) ->
            read(node, problems).map(value -> new Placed<>(value, node.position())));
  }

  /// Tells that a node is not of this form.
  public Optional<T> refuse(Node node, Problems problems) {
    problems.add(
        node.position(), "type-mismatch", "expected %s, found %s".formatted(expected, node.told()));
    return Optional.empty();
  }
}
