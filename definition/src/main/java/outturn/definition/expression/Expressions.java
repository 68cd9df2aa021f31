package outturn.definition.expression;

import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import outturn.definition.text.Nearest;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Compiles expressions. A bare name is looked up without CEL, and expressions that differ in names
/// alone are compiled once.
public final class Expressions {

  /// An expression with `v0`, `v1`, … for its names.
  private record Renamed(String text, List<ValueType> types) {}

  /// A name that was resolved.
  ///
  /// @param end of the resolved part, in the text
  private record Resolved(Reference reference, String name, ValueType type, int end) {
    int start() {
      return reference.start();
    }
  }

  /// Compiles the text between `${` and `}`; empty after a problem was told.
  ///
  /// @param place tells where a character of the text stands in its file
  public Optional<Expression> compile(
      String text, Vocabulary vocabulary, IntFunction<Position> place, Problems problems) {
    var meanings = new Meanings(vocabulary, place, problems);
    if (text.length() > Cel.LONGEST) {
      problems.add(
          place.apply(0),
          "bad-expression",
          "an expression may have %d characters".formatted(Cel.LONGEST));
      return Optional.empty();
    }
    if (text.isBlank()) {
      problems.add(place.apply(0), "bad-expression", "the expression is empty");
      return Optional.empty();
    }
    var names = new ArrayList<Resolved>();
    var complete = true;
    for (var reference : Reference.in(text, Vocabulary.ROOTS)) {
      var meaning = meanings.of(text, reference);
      complete &= meaning.isPresent();
      meaning.ifPresent(
          found -> names.add(new Resolved(reference, found.name(), found.type(), found.end())));
    }
    if (!complete) return Optional.empty();
    var bare = bare(text, names);
    if (bare.isPresent()) return bare;
    return meanings.secretsAlone(text, names.stream().map(Resolved::name).toList())
        ? composed(text, names, place, problems)
        : Optional.empty();
  }

  private static Optional<Expression> bare(String text, List<Resolved> names) {
    if (names.size() != 1) return Optional.empty();
    var only = names.getFirst();
    var before = text.substring(0, only.start());
    if (!before.isBlank() || !text.substring(only.end).isBlank()) return Optional.empty();
    return Optional.of(
        new Expression(text.strip(), only.type, scope -> value(scope, only.name, only.type)));
  }

  private Optional<Expression> composed(
      String text, List<Resolved> names, IntFunction<Position> place, Problems problems) {
    var variables = names.stream().map(Resolved::name).distinct().toList();
    var types = new ArrayList<ValueType>();
    for (var variable : variables) {
      types.add(
          names.stream().filter(name -> name.name.equals(variable)).findFirst().orElseThrow().type);
    }
    var shared = new Renamed(renamed(text, names, variables), List.copyOf(types));
    return switch (Library.compile(shared)) {
      case Cel.Compiled.Ready ready ->
          Optional.of(new Expression(text.strip(), ready.type(), program(ready, variables, types)));
      case Cel.Compiled.Wrong wrong -> {
        tell(wrong, place.apply(original(wrong.offset(), names, variables)), problems);
        yield Optional.empty();
      }
    };
  }

  /// Holds the library, which is loaded when the first expression needs it.
  private static final class Library {
    private static final int MOST = 4096;
    private static final Cel CEL = new Cel();
    private static final Map<Renamed, Cel.Compiled> COMPILED = new ConcurrentHashMap<>();

    /// A server reads the same projects again and again: what was compiled once is kept.
    static Cel.Compiled compile(Renamed renamed) {
      if (COMPILED.size() >= MOST) COMPILED.clear();
      return COMPILED.computeIfAbsent(renamed, each -> CEL.compile(each.text, each.types));
    }
  }

  private static void tell(Cel.Compiled.Wrong wrong, Position position, Problems problems) {
    var name = wrong.message().startsWith("there is no name '");
    var hint = name ? Nearest.hint(wrong.message().split("'", -1)[1], Vocabulary.ROOTS) : "";
    problems.add(position, name ? "unknown-name" : "bad-expression", wrong.message(), hint);
  }

  private static String renamed(String text, List<Resolved> names, List<String> variables) {
    var renamed = new StringBuilder();
    var done = 0;
    for (var name : names) {
      renamed.append(text, done, name.start()).append('v').append(variables.indexOf(name.name));
      done = name.end;
    }
    return renamed.append(text, done, text.length()).toString();
  }

  /// The place in the written text of a place in the renamed one.
  private static int original(int offset, List<Resolved> names, List<String> variables) {
    var shift = 0;
    for (var name : names) {
      var renamedStart = name.start() - shift;
      var length = 1 + String.valueOf(variables.indexOf(name.name)).length();
      if (offset < renamedStart) break;
      if (offset < renamedStart + length) return name.start();
      shift += name.end - name.start() - length;
    }
    return offset + shift;
  }

  private static Expression.Program program(
      Cel.Compiled.Ready ready, List<String> variables, List<ValueType> types) {
    return scope -> {
      try {
        var answer =
            ready
                .program()
                .eval(name -> {
                  var index = Integer.parseInt(name.substring(1));
                  return Optional.of(value(scope, variables.get(index), types.get(index)));
                });
        return Answers.plain(answer);
      } catch (CelEvaluationException failed) {
        throw new EvaluationFailed(Answers.reason(failed));
      }
    };
  }

  private static Object value(Scope scope, String name, ValueType type) {
    var value = scope.find(name);
    if (value.isEmpty()) throw new EvaluationFailed("%s has no value".formatted(name));
    var number = type.equals(ValueType.NUMBER) && value.get() instanceof Number;
    return number ? ((Number) value.get()).doubleValue() : value.get();
  }
}
