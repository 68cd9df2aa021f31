package outturn.definition.notify;

import outturn.definition.shape.Choices;

/// What people can be told of.
public enum Occasion {
  /// A run failed.
  FAILED,
  /// A task failed for good.
  TASK_FAILED,
  /// A deadline passed, and what was promised is not done.
  LATE,
  /// The chance of keeping a deadline has fallen below what it warns at.
  PREDICTED,
  /// A run takes longer than it should.
  LONG,
  /// A task takes longer than its history lets expect.
  UNUSUAL,
  /// A task was done so much sooner than ever that something may be missing.
  EARLY,
  /// A start that a schedule meant did not happen.
  MISSED,
  /// The first success after something that was told.
  RECOVERED,
  /// What a service promised is late, or more likely late than not, and that endangers an outcome.
  AT_RISK;

  /// Whether it is about one deadline of a workflow.
  public boolean ofDeadline() {
    return this == LATE || this == PREDICTED;
  }

  /// The word under `on:`.
  public String word() {
    return Choices.word(this);
  }
}
