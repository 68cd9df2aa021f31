package outturn.store.ownership;

import java.time.Instant;
import java.util.List;

/// A node as all can see it.
///
/// @param incarnation its life from one start to the next stop
/// @param name kept over restarts
/// @param version of its program
/// @param partitions that it decides for
public record NodeStatus(
    long incarnation,
    String name,
    String version,
    State state,
    Times times,
    List<Integer> partitions) {
  public NodeStatus {
    partitions = List.copyOf(partitions);
  }

  /// @param leaseUntil when others may declare it dead, unless it renews that
  /// @param workerUntil until when its worker may have attempts under way
  public record Times(Instant started, Instant leaseUntil, Instant workerUntil) {}

  /// What a node is at.
  public enum State {
    /// It decides.
    LIVING,
    /// It is stopping: its partitions go to others, its worker ends what it has begun.
    DRAINING,
    /// It has not been heard of for its lease.
    SILENT,
    /// It decides nothing more. Its worker may still have attempts under way.
    DEAD
  }
}
