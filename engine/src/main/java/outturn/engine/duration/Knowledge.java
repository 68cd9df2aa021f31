package outturn.engine.duration;

/// What an expectation of a task's length rests on.
public sealed interface Knowledge {
  /// So many attempts are a history of one's own; with fewer there is not enough.
  int ENOUGH = 5;

  /// Whether the history is long enough to be believed without a word.
  default boolean isEnough() {
    return this instanceof Own(int samples) && samples >= ENOUGH;
  }

  /// Its own history.
  ///
  /// @param samples how many attempts that succeeded
  record Own(int samples) implements Knowledge {}

  /// Not enough history of its own; that of similar tasks stands in for it.
  ///
  /// @param from who they are, in the caller's words
  /// @param own how many attempts of its own are in it
  record Borrowed(String from, int own) implements Knowledge {}

  /// Not enough history, and no similar task has one: the length is a guess.
  record None() implements Knowledge {}
}
