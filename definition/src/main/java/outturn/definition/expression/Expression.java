package outturn.definition.expression;

/// A compiled expression; [#program] is safe to share between threads.
///
/// @param source the text between `${` and `}`
/// @param type what it evaluates to
public record Expression(String source, ValueType type, Program program) {

  /// @throws EvaluationFailed when a value is missing or an operation has no answer
  public Object evaluate(Scope scope) {
    return program.evaluate(scope);
  }

  /// The compiled form.
  @FunctionalInterface
  public interface Program {
    Object evaluate(Scope scope);
  }
}
