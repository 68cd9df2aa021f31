package outturn.engine.forecast;

import java.time.Instant;

/// Why a task begins no earlier than it does, or never.
public sealed interface Because {
  /// Its course begins then.
  record Start(Instant at) implements Because {}

  /// It needs this task, which ends last of those that it needs.
  record Needs(String task) implements Because {}

  /// It waits for a pool, until this holder gives back.
  ///
  /// @param holder the key of the holder's course, or the name of a [Rival]
  /// @param workflow of the holder's course; the name again for a rival
  /// @param task of the holder; empty for a rival
  record Pool(String pool, String holder, String workflow, String task) implements Because {}

  /// It waits for a pool until that has another size.
  record Opens(String pool, String why) implements Because {}

  /// It failed, and is tried again after a delay.
  ///
  /// @param attempt the number of the attempt that begins
  record Retry(int attempt) implements Because {}

  /// Its course waits until another has ended.
  record Turn(String course, String workflow) implements Because {}

  /// Its course waits until another has succeeded.
  record Depends(String course, String workflow) implements Because {}

  /// It does not begin before an instant.
  record Time(Instant until, String why) implements Because {}

  /// It runs already.
  record Running(Instant since, int attempt) implements Because {}

  /// A person has to act.
  record Person(String what) implements Because {}

  /// It never begins, or never ends well.
  record Never(String why) implements Because {}
}
