package outturn.engine.forecast;

import java.time.Instant;
import outturn.definition.workflow.Task;

/// Where a task of a course stands.
public sealed interface Standing {
  Standing WAITING = new Waiting();

  /// Not yet its turn.
  record Waiting() implements Standing {}

  /// Not yet its turn, and not before an instant, whatever it needs.
  ///
  /// @param why as a reader is told: "its window opens"
  record NotBefore(Instant until, String why) implements Standing {}

  /// Its turn has come; it waits for pools.
  ///
  /// @param attempt the number that the attempt will have, 1 for the first
  record Ready(Instant since, int attempt) implements Standing {}

  /// Being done.
  record Running(Instant since, int attempt) implements Standing {}

  /// Failed, and to be tried again.
  ///
  /// @param attempt the number that the next attempt will have
  record Delayed(Instant until, int attempt) implements Standing {}

  /// Over.
  record Ended(Task.End end, Instant at) implements Standing {}

  /// Goes on only when a person acts; a forecast takes it that nobody does.
  ///
  /// @param what the person is to do: "say what becomes of the lost attempt"
  record Person(String what) implements Standing {}
}
