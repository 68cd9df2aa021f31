package outturn.engine.verb;

import java.util.Locale;
import java.util.Map;

/// What an operator does to a run, or to a task of it.
public sealed interface Verb {

  /// Nothing new begins; what is under way goes on.
  record Hold() implements Verb {}

  /// The end of a hold.
  record Release() implements Verb {}

  /// A task that has not begun is not done.
  record Skip() implements Verb {}

  /// Tasks that have ended are done again, in the same run.
  record Rerun(Extent extent) implements Verb {}

  /// A task counts as succeeded, though nothing was done.
  ///
  /// @param outputs what it would have written
  record ForceSuccess(Map<String, Object> outputs) implements Verb {
    public ForceSuccess {
      outputs = Map.copyOf(outputs);
    }
  }

  /// A task counts as failed, whatever it came to.
  record ForceFailure() implements Verb {}

  /// What is under way is asked to end, nothing more begins.
  record Cancel() implements Verb {}

  /// What is under way is ended at once.
  record Kill() implements Verb {}

  /// What waits for a time, for its turn, or for other workflows, waits no longer.
  record RunNow() implements Verb {}

  /// A task begins without what it needs, a run without what its workflow depends on.
  record Bypass() implements Verb {}

  /// The run, and all that it does, is more urgent or less.
  ///
  /// @param level 5 goes first, 1 last
  record Prioritise(int level) implements Verb {}

  /// How much is done again.
  enum Extent {
    /// This task, and what was skipped because of it.
    THIS,
    /// This task and all that follow it.
    FROM_HERE,
    /// What failed or was cancelled, and what was skipped because of it.
    FAILED,
    /// The whole run.
    ALL;

    /// The word for programs and people: `from-here`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The word for programs and people: `force-success`.
  default String word() {
    return switch (this) {
      case Hold _ -> "hold";
      case Release _ -> "release";
      case Skip _ -> "skip";
      case Rerun _ -> "rerun";
      case ForceSuccess _ -> "force-success";
      case ForceFailure _ -> "force-failure";
      case Cancel _ -> "cancel";
      case Kill _ -> "kill";
      case RunNow _ -> "run-now";
      case Bypass _ -> "bypass";
      case Prioritise _ -> "prioritise";
    };
  }
}
