package outturn.definition.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import outturn.definition.shape.Forms;
import outturn.definition.text.Node;
import outturn.definition.text.Node.ScalarKind;
import outturn.definition.text.Problems;

/// Values written in a definition, without expressions.
public final class Literals {

  private Literals() {}

  /// Reads a value of a type; empty after a problem was told.
  public static Optional<Object> read(Node node, ValueType type, Problems problems) {
    return switch (type) {
      case ValueType.ListOf list -> readList(node, list, problems);
      case ValueType.Plain plain -> {
        var value = plain(node, plain);
        if (value.isEmpty()) {
          problems.add(
              node.position(),
              "type-mismatch",
              "expected a value of type %s, found %s".formatted(type.word(), node.told()),
              hint(node, plain));
        }
        yield value;
      }
    };
  }

  private static String hint(Node node, ValueType.Plain type) {
    var single = node instanceof Node.Scalar;
    return single && type.equals(ValueType.STRING) ? "put it in quotes" : "";
  }

  private static Optional<Object> readList(Node node, ValueType.ListOf type, Problems problems) {
    if (!(node instanceof Node.Listing listing)) {
      problems.add(
          node.position(),
          "type-mismatch",
          "expected a value of type %s, found %s".formatted(type.word(), node.told()),
          "write it as a list: [ … ]");
      return Optional.empty();
    }
    var items = new ArrayList<Object>();
    for (var item : listing.items()) {
      read(item, type.element(), problems).ifPresent(items::add);
    }
    return items.size() == listing.items().size() ? Optional.of(items) : Optional.empty();
  }

  private static Optional<Object> plain(Node node, ValueType.Plain type) {
    if (type.equals(ValueType.ANY)) return natural(node);
    if (type.equals(ValueType.MAP)) {
      return node instanceof Node.Mapping ? natural(node) : Optional.empty();
    }
    if (!(node instanceof Node.Scalar scalar)) return Optional.empty();
    return switch (type.word()) {
      case "string" -> only(scalar, ScalarKind.TEXT);
      case "int" -> only(scalar, ScalarKind.WHOLE).flatMap(text -> Forms.wholeOf(scalar.text()));
      case "number" -> Forms.numberOf(scalar).map(Object.class::cast);
      case "boolean" -> only(scalar, ScalarKind.TRUTH).flatMap(text -> natural(scalar));
      case "date" -> date(scalar);
      default -> throw new IllegalArgumentException("no plain type " + type.word());
    };
  }

  private static Optional<Object> only(Node.Scalar scalar, ScalarKind kind) {
    return scalar.kind() == kind ? Optional.of(scalar.text()) : Optional.empty();
  }

  private static Optional<Object> date(Node.Scalar scalar) {
    try {
      return Optional.of(LocalDate.parse(scalar.text()).toString());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /// A value as YAML means it: text, `Long`, `Double`, `Boolean`, list or map. Nothing is an empty
  /// text; a number that is too large stays text.
  public static Optional<Object> natural(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> Optional.of(naturalOf(scalar));
      case Node.Listing listing ->
          Optional.of(listing.items().stream().flatMap(item -> natural(item).stream()).toList());
      case Node.Mapping mapping -> {
        var fields = new LinkedHashMap<String, Object>();
        for (var entry : mapping.entries()) {
          natural(entry.value()).ifPresent(value -> fields.put(entry.name(), value));
        }
        yield Optional.of(fields);
      }
    };
  }

  private static Object naturalOf(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case TEXT, NULL -> scalar.text();
      case TRUTH -> scalar.text().equalsIgnoreCase("true");
      case WHOLE -> Forms.wholeOf(scalar.text()).<Object>map(whole -> whole).orElse(scalar.text());
      case DECIMAL -> Forms.numberOf(scalar).<Object>map(number -> number).orElse(scalar.text());
    };
  }
}
