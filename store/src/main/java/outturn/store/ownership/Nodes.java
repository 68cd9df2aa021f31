package outturn.store.ownership;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Nodes and the partitions they own. Leases are set and compared by the database's clock alone.
public interface Nodes {
  Duration LEASE = Duration.ofSeconds(10);

  /// Longer than this between two renewals, and the database or the node was away.
  Duration GAP = Duration.ofSeconds(6);

  /// So long after a worker's lease its attempts may still be ending.
  Duration KILL_GRACE = Duration.ofSeconds(10);

  /// What a renewal finds.
  ///
  /// @param alive false when another node has declared this incarnation dead
  /// @param workersHeld whether the workers of all the incarnations still hold their lease
  /// @param even false when partitions are to be taken or given away
  record Renewal(boolean alive, boolean workersHeld, boolean even, Audible audible) {}

  /// Begins a new incarnation with fresh leases and answers its number.
  long register(String version);

  /// Renews the lease of an incarnation, and those of the workers of all that this process has had.
  ///
  /// @param workers incarnations, this one among them
  Renewal renew(long incarnation, Collection<Long> workers);

  /// Takes this node's share of the partitions, under a fence that has moved on: what was sent
  /// before no longer counts. Empty when the incarnation is dead.
  Optional<Claim> take(long incarnation);

  /// The incarnations before this one under the same name.
  List<Long> predecessors(long incarnation);

  /// Says that no attempt of these workers is under way any more.
  void silence(Collection<Long> incarnations);

  /// Gives the partitions to others, if there are any, at their next step and this node's.
  void drain(long incarnation);

  /// Ends the incarnation: its partitions are free at once, and none of its attempts is under way.
  void leave(long incarnation);

  /// The nodes that live, or whose workers may still have attempts under way, oldest first.
  List<NodeStatus> all();
}
