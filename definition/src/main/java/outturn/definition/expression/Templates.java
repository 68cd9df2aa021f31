package outturn.definition.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import outturn.definition.text.Node;
import outturn.definition.text.Node.ScalarKind;
import outturn.definition.text.Problems;

/// Reads values in which texts may hold `${ }`. `$${` stands for a `${` that is meant as it is.
public final class Templates {
  private static final String OPENING = "${";
  private static final String SECRETS = "secrets.";
  private static final String ESCAPED = "$${";

  private final Expressions expressions;
  private final Problems problems;

  public Templates(Expressions expressions, Problems problems) {
    this.expressions = expressions;
    this.problems = problems;
  }

  /// A value of any kind; parts that are wrong are told of and become nothing.
  public Template read(Node node, Vocabulary vocabulary) {
    return switch (node) {
      case Node.Scalar scalar -> read(scalar, vocabulary);
      case Node.Listing listing ->
          new Template.Items(listing.items().stream().map(item -> read(item, vocabulary)).toList());
      case Node.Mapping mapping -> {
        var fields = new LinkedHashMap<String, Template>();
        for (var entry : mapping.entries()) {
          fields.put(entry.name(), read(entry.value(), vocabulary));
        }
        yield new Template.Fields(fields);
      }
    };
  }

  private Template read(Node.Scalar scalar, Vocabulary vocabulary) {
    if (scalar.kind() == ScalarKind.TEXT) return text(scalar, vocabulary);
    return new Template.Constant(Literals.natural(scalar).orElse(""));
  }

  /// A value that is taken as text: a number is its digits as written.
  public Template text(Node.Scalar scalar, Vocabulary vocabulary) {
    var text = scalar.text();
    if (!text.contains(OPENING)) return new Template.Constant(text);
    var parts = new ArrayList<Template>();
    var plain = new StringBuilder();
    var index = 0;
    while (index < text.length()) {
      if (text.startsWith(ESCAPED, index)) {
        plain.append(OPENING);
        index += ESCAPED.length();
      } else if (text.startsWith(OPENING, index)) {
        var close = Quoted.closingBrace(text, index + OPENING.length());
        if (close < 0) return unclosed(scalar, index);
        addPlain(parts, plain);
        compile(scalar, index + OPENING.length(), close, vocabulary)
            .ifPresent(expression -> parts.add(new Template.Single(expression)));
        index = close + 1;
      } else {
        plain.append(text.charAt(index++));
      }
    }
    addPlain(parts, plain);
    return joined(parts);
  }

  private static void addPlain(List<Template> parts, StringBuilder plain) {
    if (!plain.isEmpty()) parts.add(new Template.Constant(plain.toString()));
    plain.setLength(0);
  }

  private static Template joined(List<Template> parts) {
    if (parts.isEmpty()) return new Template.Constant("");
    return parts.size() == 1 ? parts.getFirst() : new Template.Joined(parts);
  }

  private Template unclosed(Node.Scalar scalar, int index) {
    problems.add(
        scalar.position(index),
        "bad-expression",
        "this ${ has no }",
        "close it, or write $${ for a ${ that is meant as it is");
    return new Template.Constant("");
  }

  private Optional<Expression> compile(
      Node.Scalar scalar, int from, int to, Vocabulary vocabulary) {
    var text = scalar.text().substring(from, to);
    return expressions.compile(
        text, vocabulary, offset -> scalar.position(from + offset), problems);
  }

  /// A value that must be one expression of a type, as `when: ${ … }`. Plain `true` and `false` are
  /// taken for a boolean.
  public Optional<Expression> expression(Node node, Vocabulary vocabulary, ValueType expected) {
    if (!(node instanceof Node.Scalar scalar))
      return mismatch(node, expected, node.told(), "write ${ … }");
    if (scalar.kind() == ScalarKind.TRUTH && expected.equals(ValueType.BOOLEAN)) {
      Object value = scalar.text().equalsIgnoreCase("true");
      return Optional.of(new Expression(scalar.text(), expected, scope -> value));
    }
    var text = scalar.text();
    var alone = text.startsWith(OPENING) && !text.isBlank();
    var close = alone ? Quoted.closingBrace(text, OPENING.length()) : -1;
    if (alone && close < 0) {
      unclosed(scalar, 0);
      return Optional.empty();
    }
    if (close < 0 || !text.substring(close + 1).isBlank()) {
      return mismatch(node, expected, node.told(), "write ${ … }");
    }
    return compile(scalar, OPENING.length(), close, vocabulary)
        .flatMap(expression -> ofType(node, expression, expected));
  }

  private Optional<Expression> ofType(Node node, Expression expression, ValueType expected) {
    return ValueTypes.accepts(expected, expression.type())
        ? Optional.of(expression)
        : mismatch(node, expected, "one of type " + expression.type().word(), "");
  }

  private Optional<Expression> mismatch(Node node, ValueType expected, String found, String hint) {
    problems.add(
        node.position(),
        "type-mismatch",
        "expected an expression of type %s, found %s".formatted(expected.word(), found),
        hint);
    return Optional.empty();
  }

  /// A text that goes to another language and takes no expressions.
  ///
  /// @param instead what to do: `values go by env:`
  public String withoutExpressions(Node.Scalar scalar, String instead) {
    var text = scalar.text();
    var index = text.indexOf(OPENING);
    while (index >= 0) {
      if (index == 0 || text.charAt(index - 1) != '$') {
        problems.add(
            scalar.position(index), "expression-not-allowed", "no ${ } is allowed here", instead);
        break;
      }
      index = text.indexOf(OPENING, index + OPENING.length());
    }
    return text.replace(ESCAPED, OPENING);
  }

  /// The secrets that a template names, without `secrets.`.
  public static Set<String> secretsOf(Template template) {
    return switch (template) {
      case Template.Constant constant -> Set.of();
      case Template.Single single -> {
        var source = single.expression().source();
        var secret = source.startsWith(SECRETS) ? source.substring(SECRETS.length()) : "";
        yield secret.isEmpty() ? Set.of() : Set.of(secret);
      }
      case Template.Joined joined -> secretsOf(joined.parts());
      case Template.Items items -> secretsOf(items.items());
      case Template.Fields fields -> secretsOf(fields.fields().values());
    };
  }

  private static Set<String> secretsOf(Collection<Template> templates) {
    return templates.stream()
        .flatMap(template -> secretsOf(template).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The type of what a template renders to.
  public static ValueType typeOf(Template template) {
    return switch (template) {
      case Template.Single single -> single.expression().type();
      case Template.Joined joined -> ValueType.STRING;
      case Template.Fields fields -> ValueType.MAP;
      case Template.Items items -> {
        var types = items.items().stream().map(Templates::typeOf).distinct().toList();
        yield new ValueType.ListOf(types.size() == 1 ? types.getFirst() : ValueType.ANY);
      }
      case Template.Constant constant ->
          switch (constant.value()) {
            case Long whole -> ValueType.INT;
            case Double number -> ValueType.NUMBER;
            case Boolean truth -> ValueType.BOOLEAN;
            default -> ValueType.STRING;
          };
    };
  }
}
