package outturn.store.journal;

import java.util.function.Supplier;
import outturn.engine.decide.Change;
import outturn.store.ownership.Fence;

/// Commits batches of changes: each whole or not at all, and only behind a fence that still stands.
public interface Journal {
  /// @param fence under which the partitions that the changes touch were taken
  Outcome commit(Fence fence, Iterable<Change> changes);

  /// Looks on while a batch is committed.
  @FunctionalInterface
  public interface Watch {
    /// Calls `commit` once and answers what it does.
    Outcome during(Iterable<Change> changes, Supplier<Outcome> commit);
  }

  /// What became of a batch.
  public sealed interface Outcome {
    /// It is written.
    record Committed() implements Outcome {}

    /// The fence has moved on: the partitions were taken anew, by this node or another one; nothing
    /// is written.
    record Refused() implements Outcome {}

    /// Nobody knows whether it is written: the connection was lost, or the database is away.
    record Unknown(String why) implements Outcome {}

    /// The database does not take one of the values; nothing is written.
    record Unfit(String why) implements Outcome {}
  }
}
