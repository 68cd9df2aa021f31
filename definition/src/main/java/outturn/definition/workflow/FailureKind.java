package outturn.definition.workflow;

/// Why an attempt failed; `retry.on` names these in lower case.
public enum FailureKind {
  /// The process ended with a code other than 0.
  EXIT,
  /// The attempt ran longer than its timeout.
  TIMEOUT,
  /// A promised output was not written, or was not of its type.
  OUTPUT,
  /// The other side could not be reached.
  CONNECTION,
  /// The other side answered, and refused: an SQL error, an HTTP status that was not expected.
  ANSWER,
  /// The task could not be started as it is written: no such program, an expression without answer.
  START,
  /// The worker was lost with the attempt.
  LOST,
  /// An operator said so.
  FORCED,
  /// What it waited for did not come about: nobody approved, a condition stayed false.
  UNMET
}
