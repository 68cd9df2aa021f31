package outturn.runtime.work;

import outturn.engine.decide.Effect;

/// Makes the attempts of a node. How many run at once is decided by the engine, which hands out the
/// slots.
public interface Worker {

  /// Begins an attempt; one that is under way already is left alone, and while the server stops
  /// nothing begins: what was not begun is sent again after the next start.
  ///
  /// @param lapses of the lease before the attempt was decided
  void make(Effect.Dispatch dispatch, long lapses);

  /// Has an attempt end; it is reported when it has.
  void stop(long token, Effect.Urgency urgency);

  /// Whether the attempt is under way here, or has ended and its report is not committed yet.
  boolean has(long token);

  /// The report of the attempt is committed, and the attempt is forgotten. Sooner it may not be:
  /// after a crash in between it would be taken for one that never started, and be made again.
  void settled(long token);

  /// Whether an earlier server on this host may have started the attempt.
  boolean mayHaveStarted(long token);
}
