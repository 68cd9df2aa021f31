package outturn.engine.run;

import java.util.Locale;

/// How an attempt's row stands. `SKIPPED` is the row of a task that was never tried.
public enum AttemptState {
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  LOST,
  SKIPPED;

  /// The word for rows, JSON and people.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AttemptState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
