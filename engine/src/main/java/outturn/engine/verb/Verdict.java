package outturn.engine.verb;

/// What came of a command.
public sealed interface Verdict {

  /// It is done.
  ///
  /// @param before how the run or task stood, in words such as `failed` or `waiting, held`
  record Done(String before, String after) implements Verdict {}

  /// It stands as it was wanted already.
  record Unchanged(String state) implements Verdict {}

  /// It may not be done as things stand.
  ///
  /// @param reason a sentence without its full stop: why, and what could be done instead
  record Refused(String reason) implements Verdict {}
}
