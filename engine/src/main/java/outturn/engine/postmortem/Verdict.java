package outturn.engine.postmortem;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

/// What became of a promise.
public enum Verdict {
  /// What was promised is not over.
  OPEN,
  /// Done in time.
  KEPT,
  /// Done late.
  MISSED,
  FAILED,
  CANCELLED,
  /// The task that was promised was not to be done.
  SKIPPED;

  /// Of a run that was promised as a whole.
  ///
  /// @param at when it ended
  public static Verdict of(RunState run, Instant due, Optional<Instant> at) {
    return switch (run) {
      case WAITING, RUNNING -> OPEN;
      case SUCCEEDED -> done(due, at);
      case FAILED -> FAILED;
      case CANCELLED -> CANCELLED;
    };
  }

  /// Of a task that was promised. With a run that is over, so is what never had its turn in it.
  ///
  /// @param at when it ended
  public static Verdict of(RunState run, UnitState task, Instant due, Optional<Instant> at) {
    if (!(task instanceof UnitState.Ended end)) return of(run, due, at);
    return switch (end) {
      case UnitState.Succeeded _ -> done(due, at);
      case UnitState.Failed _ -> FAILED;
      case UnitState.Skipped _ -> SKIPPED;
      case UnitState.Cancelled _ -> CANCELLED;
    };
  }

  private static Verdict done(Instant due, Optional<Instant> at) {
    return at.filter(due::isBefore).isPresent() ? MISSED : KEPT;
  }

  /// The word for JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
