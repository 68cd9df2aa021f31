package outturn.engine.trigger;

import java.util.Locale;

/// What can become of an event.
public enum Fate {
  /// It is written, and nobody has decided yet.
  RECEIVED,
  /// It waits for the others of its join.
  WAITING,
  /// A run was started.
  STARTED,
  /// No run could be started: the reason says why.
  REFUSED,
  /// It has waited for the others in vain.
  EXPIRED,
  /// It was there before anybody looked, and is not meant.
  IGNORED,
  /// It brought observations, which are recorded.
  RECORDED,
  /// No trigger is about it.
  UNMATCHED;

  /// The word for rows, JSON and people.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Fate of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
