package outturn.definition.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.shape.Form;
import outturn.definition.text.Nearest;
import outturn.definition.text.Node;

/// The words for types, and which type may stand for which.
public final class ValueTypes {
  private static final List<ValueType> PLAIN =
      List.of(
          ValueType.STRING,
          ValueType.INT,
          ValueType.NUMBER,
          ValueType.BOOLEAN,
          ValueType.DATE,
          ValueType.MAP);
  private static final List<String> WORDS = PLAIN.stream().map(ValueType::word).toList();
  private static final String SHAPE = "^(list<)*(string|int|number|boolean|date|map)>*$";
  private static final int DEEPEST = 4;

  private ValueTypes() {}

  /// The form of a type's word.
  public static Form<ValueType> form() {
    return new Form<>(
        "a type: %s or list<…>".formatted(String.join(", ", WORDS)),
        Map.of("type", "string", "pattern", SHAPE),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar)) return form.refuse(node, problems);
          var type = parse(scalar.text(), DEEPEST);
          if (type.isPresent()) return type;
          problems.add(
              node.position(),
              "unknown-type",
              "expected %s, found %s".formatted(form.expected(), node.told()),
              Nearest.to(scalar.text(), WORDS).map("did you mean '%s'?"::formatted).orElse(""));
          return Optional.empty();
        });
  }

  private static Optional<ValueType> parse(String word, int depth) {
    if (word.startsWith("list<") && word.endsWith(">") && depth > 0) {
      return parse(word.substring(5, word.length() - 1), depth - 1).map(ValueType.ListOf::new);
    }
    return PLAIN.stream().filter(type -> type.word().equals(word)).findFirst();
  }

  /// Whether a value of one type may be given where another is expected. Whole numbers are numbers,
  /// dates are text; a text may be a date, which the run finds out.
  public static boolean accepts(ValueType expected, ValueType given) {
    if (expected.equals(given) || isAny(expected) || isAny(given)) return true;
    if (expected instanceof ValueType.ListOf list && given instanceof ValueType.ListOf other) {
      return accepts(list.element(), other.element());
    }
    if (expected.equals(ValueType.NUMBER)) return given.equals(ValueType.INT);
    var text = List.of(ValueType.STRING, ValueType.DATE);
    return text.contains(expected) && text.contains(given);
  }

  private static boolean isAny(ValueType type) {
    return type.equals(ValueType.ANY);
  }
}
