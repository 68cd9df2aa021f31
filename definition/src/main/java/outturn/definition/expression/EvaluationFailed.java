package outturn.definition.expression;

/// An expression that has no answer in its scope: a division by zero, a value that is not there.
public final class EvaluationFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  public EvaluationFailed(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// What was wrong, for people.
  public String reason() {
    return reason;
  }
}
