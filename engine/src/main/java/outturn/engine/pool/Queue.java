package outturn.engine.pool;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The claims that ask for the same: a slot of one lane, and so much of the same pools.
///
/// It is the turn of the workflow that holds the fewest slots of the lane, and of its oldest claim.
final class Queue {
  private final Slots slots;
  private final Map<String, Integer> pools;
  private final Map<String, TreeSet<Claim>> workflows = new HashMap<>();
  private final TreeSet<Claim> oldest = new TreeSet<>();
  private final TreeSet<Turn> turns = new TreeSet<>();

  /// @param held slots of the claim's workflow
  record Turn(int held, Claim claim) implements Comparable<Turn> {
    @Override
    public int compareTo(Turn other) {
      int order = Integer.compare(held, other.held);
      return order == 0 ? claim.compareTo(other.claim) : order;
    }
  }

  Queue(Slots slots, Map<String, Integer> pools) {
    this.slots = slots;
    this.pools = pools;
  }

  Map<String, Integer> pools() {
    return pools;
  }

  boolean isEmpty() {
    return turns.isEmpty();
  }

  /// Who has waited longest, whoever's turn it is.
  Claim oldest() {
    return oldest.first();
  }

  Turn next() {
    return turns.first();
  }

  /// Whether a slot is left for the claim's workflow.
  boolean slotFor(Claim claim) {
    return slots.room(claim.workflow());
  }

  void add(Claim claim) {
    var claims = workflows.computeIfAbsent(claim.workflow(), _ -> new TreeSet<>());
    int held = slots.held(claim.workflow());
    leave(claims, held);
    claims.add(claim);
    enter(claims, held);
  }

  void remove(Claim claim) {
    var claims = workflows.get(claim.workflow());
    if (claims == null || !claims.contains(claim)) return;
    int held = slots.held(claim.workflow());
    leave(claims, held);
    claims.remove(claim);
    enter(claims, held);
    if (claims.isEmpty()) workflows.remove(claim.workflow());
  }

  /// The workflow's slots have become more or fewer.
  void moved(String workflow, int before) {
    var claims = workflows.get(workflow);
    if (claims == null) return;
    leave(claims, before);
    enter(claims, slots.held(workflow));
  }

  private void enter(SortedSet<Claim> claims, int held) {
    if (claims.isEmpty()) return;
    oldest.add(claims.first());
    turns.add(new Turn(held, claims.first()));
  }

  private void leave(SortedSet<Claim> claims, int held) {
    if (claims.isEmpty()) return;
    oldest.remove(claims.first());
    turns.remove(new Turn(held, claims.first()));
  }
}
