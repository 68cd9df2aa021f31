package outturn.definition.workflow;

import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Expression;
import outturn.definition.expression.Scope;

/// Expressions whose answer does not depend on a run.
final class Constants {

  private Constants() {}

  /// Whether the answer is no, whatever the values are.
  static boolean isFalse(Expression expression) {
    try {
      return Boolean.FALSE.equals(expression.evaluate(Scope.EMPTY));
    } catch (EvaluationFailed dependsOnValues) {
      return false;
    }
  }
}
