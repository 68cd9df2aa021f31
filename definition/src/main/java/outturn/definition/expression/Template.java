package outturn.definition.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a definition in which any text may hold `${ }`. A text that is one expression and
/// nothing else keeps the expression's type; otherwise the parts are joined as text.
public sealed interface Template {

  /// @throws EvaluationFailed when an expression in it has no answer
  Object render(Scope scope);

  /// The rendered value as text.
  default String text(Scope scope) {
    return String.valueOf(render(scope));
  }

  /// A value without expressions: text, number, boolean.
  record Constant(Object value) implements Template {
    @Override
    public Object render(Scope scope) {
      return value;
    }
  }

  /// One expression and nothing else.
  record Single(Expression expression) implements Template {
    @Override
    public Object render(Scope scope) {
      return expression.evaluate(scope);
    }
  }

  /// Text with expressions in it.
  record Joined(List<Template> parts) implements Template {
    @Override
    public Object render(Scope scope) {
      var text = new StringBuilder();
      for (var part : parts) text.append(part.text(scope));
      return text.toString();
    }
  }

  /// A list of values.
  record Items(List<Template> items) implements Template {
    @Override
    public Object render(Scope scope) {
      return items.stream().map(item -> item.render(scope)).toList();
    }
  }

  /// Named values.
  record Fields(Map<String, Template> fields) implements Template {
    @Override
    public Object render(Scope scope) {
      var rendered = new LinkedHashMap<String, Object>();
      fields.forEach((name, value) -> rendered.put(name, value.render(scope)));
      return rendered;
    }
  }
}
