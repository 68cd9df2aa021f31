package outturn.definition.precedence;

import java.util.Optional;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads `concurrency:`.
public final class ConcurrencyReader {
  private static final String TEXT = "a text with expressions such as ${inputs.region}";

  private static final Key<Integer> LIMIT =
      Key.required(
          "limit", Forms.whole(1, 10_000), "How many runs with the same key may run at once.");
  private static final Key<Node> KEY =
      Key.optional("key", Forms.node(TEXT), "Which runs share the limit; all of them by default.");

  public static final Key<Values> CONCURRENCY =
      Key.optional(
          "concurrency",
          new Shape("concurrency", LIMIT, KEY).form(),
          "How many of its runs may run at once; the others wait.");

  private ConcurrencyReader() {}

  /// @param names what the key may use
  public static Concurrency read(
      Values values, Templates templates, Vocabulary names, Problems problems) {
    var key = values.find(KEY).flatMap(node -> key(node, templates, names, problems));
    return new Concurrency(values.get(LIMIT, 1), key);
  }

  private static Optional<Template> key(
      Node node, Templates templates, Vocabulary names, Problems problems) {
    if (node instanceof Node.Scalar scalar) return Optional.of(templates.text(scalar, names));
    problems.add(
        node.position(), "type-mismatch", "expected %s, found %s".formatted(TEXT, node.told()));
    return Optional.empty();
  }
}
