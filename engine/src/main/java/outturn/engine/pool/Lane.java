package outturn.engine.pool;

import java.util.Optional;
import outturn.definition.workflow.Action;

/// What kind of slot of a worker an attempt takes.
public enum Lane {
  /// Does nothing, and is done at once.
  INSTANT,
  /// A process on the worker's host.
  PROCESS,
  /// Waits for others most of the time: a database, a web service.
  NETWORK;

  /// The kind of slot, or empty for waits, calls and approvals: the engine makes those itself.
  public static Optional<Lane> of(Action action) {
    return switch (action) {
      case Action.Nothing _ -> Optional.of(INSTANT);
      case Action.Run _ -> Optional.of(PROCESS);
      case Action.Sql _, Action.Http _, Action.Collect _ -> Optional.of(NETWORK);
      case Action.Wait _, Action.Call _, Action.Approval _ -> Optional.empty();
    };
  }
}
