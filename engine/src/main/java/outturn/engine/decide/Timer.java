package outturn.engine.decide;

import java.util.Locale;
import outturn.engine.run.RunId;

/// What a run is woken for.
///
/// @param task empty for [Kind#START], [Kind#NEED] and [Kind#LONG], the deadline for [Kind#LATE]
/// @param item of [Kind#NEED] the place among the dependencies
/// @param attempt of [Kind#LONG] the place of the rule
public record Timer(RunId run, Kind kind, String task, int item, int attempt) {

  /// Why a run wants to be woken.
  public enum Kind {
    /// A failed task is to be tried again.
    RETRY,
    /// A `wait` task is over.
    WAIT,
    /// A `call` task has run for its timeout.
    TIMEOUT,
    /// A run that still waits for its turn has waited too long.
    START,
    /// A run that still waits for a run of another workflow has waited too long.
    NEED,
    /// A deadline passes.
    LATE,
    /// A run has taken so long that people are to hear of it.
    LONG
  }

  /// Whether it only looks after the run, which does not wait for it.
  boolean watches() {
    return kind == Kind.LATE || kind == Kind.LONG;
  }

  static Timer start(RunId run) {
    return new Timer(run, Kind.START, "", 0, 0);
  }

  static Timer need(RunId run, int place) {
    return new Timer(run, Kind.NEED, "", place, 0);
  }

  /// The text that the timer's row carries: unique in its run.
  public String what() {
    return "%s:%s:%d:%d".formatted(kind.name().toLowerCase(Locale.ROOT), task, item, attempt);
  }

  /// @param what as [#what] writes it
  public static Timer parse(RunId run, String what) {
    var parts = what.split(":", -1);
    return new Timer(
        run,
        Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        parts[1],
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }
}
