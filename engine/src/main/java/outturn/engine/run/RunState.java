package outturn.engine.run;

import java.util.Locale;

/// Where a run stands.
public enum RunState {
  WAITING,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  public boolean ended() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }

  /// The word for rows, JSON and people.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RunState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
