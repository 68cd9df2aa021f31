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
  /// A run takes longer than it should.
  LONG,
  /// A start that a schedule meant did not happen.
  MISSED,
  /// The first success after something that was told.
  RECOVERED,
  /// What a service promised is late, or more likely late than not, and that endangers an outcome.
  AT_RISK;

  /// The word under `on:`.
  public String word() {
    return Choices.word(this);
  }
}
