package outturn.engine.run;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an operator has said of a run, or of one of its tasks, and what lasts: a row that memory is
/// rebuilt from.
///
/// @param task empty for the run as a whole
/// @param history of [Kind#AGAIN]: the number of the last row that no longer counts, of the frame,
///   and of each item; -1 where there was none
public record Mark(RunId run, Optional<String> task, Kind kind, By by, List<Integer> history) {

  /// What is said.
  public enum Kind {
    /// Nothing new is to begin.
    HOLD,
    /// What was done so far is history: it is done again.
    AGAIN,
    /// It does not wait for what it needs; a run, for what its workflow depends on.
    BYPASS,
    /// The task is to end.
    CANCEL;

    /// The word for rows.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// Who said it, why and when.
  public record By(String who, String why, Instant at) {}

  public Mark {
    history = List.copyOf(history);
  }
}
