package outturn.tasks.graph;

import outturn.spi.TaskType.Result;

/// Why a report cannot be had, as its one handler tells it.
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final Result.Kind kind;

  Refused(Result.Kind kind, String why) {
    super(why);
    this.kind = kind;
  }

  Result failed() {
    return Result.Failed.of(kind, String.valueOf(getMessage()));
  }
}
