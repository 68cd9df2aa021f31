package outturn.engine.pool;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The claims of one workflow and one priority that ask for the same, oldest first.
final class Line {
  private final int priority;
  private final TreeSet<Claim> claims = new TreeSet<>();
  private Instant served = Instant.MIN;

  Line(int priority) {
    this.priority = priority;
  }

  /// Whether it did not wait already.
  boolean add(Claim claim) {
    return claims.add(claim);
  }

  /// Whether it waited.
  boolean remove(Claim claim) {
    return claims.remove(claim);
  }

  boolean isEmpty() {
    return claims.isEmpty();
  }

  Claim first() {
    return claims.first();
  }

  /// One of its claims was granted.
  void served(Instant now) {
    if (now.isAfter(served)) served = now;
  }

  SortedSet<Claim> claims() {
    return Collections.unmodifiableSortedSet(claims);
  }

  Turn turn(int held) {
    return new Turn(cost(held, priority), first());
  }

  /// What one more slot costs a workflow that holds so many; see [Turn].
  static long cost(int held, int priority) {
    return (long) (held + 1) << (5 - priority);
  }

  /// Since when nothing of it has begun, though something waits; null when nothing does.
  @Nullable Idle idle() {
    if (isEmpty()) return null;
    var first = first();
    return new Idle(served.isAfter(first.since()) ? served : first.since(), first);
  }

  /// Whose turn it is: the least cost goes first, then the higher priority, then the oldest claim.
  ///
  /// @param cost of the workflow's next slot: how many it would have then, doubled for each step
  ///   that its priority is below the highest
  record Turn(long cost, Claim claim) implements Comparable<Turn> {
    @Override
    public int compareTo(Turn other) {
      int order = Long.compare(cost, other.cost);
      if (order == 0) order = Integer.compare(other.claim.priority(), claim.priority());
      return order == 0 ? claim.compareTo(other.claim) : order;
    }
  }

  /// A line that waits; who has waited longest goes first.
  record Idle(Instant since, Claim claim) implements Comparable<Idle> {
    @Override
    public int compareTo(Idle other) {
      int order = since.compareTo(other.since);
      return order == 0 ? claim.compareTo(other.claim) : order;
    }
  }
}
