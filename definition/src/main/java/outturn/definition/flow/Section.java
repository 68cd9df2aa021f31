package outturn.definition.flow;

/// The part of a workflow in which a task stands. Those after [#TASKS] are the handlers of its end.
public enum Section {
  /// The work itself: it alone decides what the run comes to.
  TASKS("tasks"),
  /// After the work, when the run succeeds.
  ON_SUCCESS("onSuccess"),
  /// After the work, when the run fails.
  ON_FAILURE("onFailure"),
  /// After all others, also when the run is cancelled.
  ALWAYS("always");

  private final String word;

  Section(String word) {
    this.word = word;
  }

  /// The key of a workflow under which its tasks stand.
  public String word() {
    return word;
  }

  /// Whether all tasks of this section have ended before one of the other begins.
  public boolean isBefore(Section other) {
    return switch (this) {
      case TASKS -> other != TASKS;
      case ON_SUCCESS, ON_FAILURE -> other == ALWAYS;
      case ALWAYS -> false;
    };
  }
}
