package outturn.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The keeper of pools and worker slots: hears claims and grants them oldest first, all that a
/// claim asks for together or nothing.
///
/// A claim may pass an older one that waits for a pool which the younger does not need, and also
/// one that still lacks another pool; after [#PATIENCE] nobody passes the older one any more. What
/// is in use is the sum of the grants, so it cannot drift.
public final class Capacity {
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Map<Lane, Integer> slots;
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<Lane, Integer> slotsUsed = new EnumMap<>(Lane.class);
  private final Map<String, Integer> used = new HashMap<>();
  private final Map<Long, Claim> grants = new HashMap<>();
  private final Map<Wants, TreeSet<Claim>> waiting = new HashMap<>();

  /// The oldest claim of each kind.
  private final TreeSet<Claim> heads = new TreeSet<>();

  private boolean paused;

  private record Wants(Lane lane, Map<String, Integer> pools) {}

  public Capacity(Map<Lane, Integer> slots) {
    this.slots = Map.copyOf(slots);
  }

  /// A pool's size, from now on; what is granted already stays granted.
  public void size(String pool, int size) {
    sizes.put(pool, size);
  }

  /// From now on nothing is granted; what is granted already stays granted.
  public void pause() {
    paused = true;
  }

  public void resume() {
    paused = false;
  }

  public boolean isPaused() {
    return paused;
  }

  public void claim(Claim claim) {
    var claims =
        waiting.computeIfAbsent(new Wants(claim.lane(), claim.pools()), _ -> new TreeSet<>());
    var head = claims.isEmpty() ? null : claims.first();
    claims.add(claim);
    if (head != null && head.compareTo(claim) <= 0) return;
    if (head != null) heads.remove(head);
    heads.add(claim);
  }

  public void withdraw(Claim claim) {
    var wants = new Wants(claim.lane(), claim.pools());
    var claims = waiting.get(wants);
    if (claims == null || !claims.remove(claim)) return;
    if (claims.isEmpty()) waiting.remove(wants);
    if (heads.remove(claim) && !claims.isEmpty()) heads.add(claims.first());
  }

  /// The claim that is to be granted next; the caller grants or withdraws it before asking again.
  public Optional<Claim> next(Instant now) {
    if (paused) return Optional.empty();
    var reserved = new HashSet<String>();
    for (var head : heads) {
      if (fits(head) && Collections.disjoint(head.pools().keySet(), reserved)) {
        return Optional.of(head);
      }
      boolean impatient = head.since().plus(PATIENCE).isBefore(now);
      if (impatient && everFits(head)) reserved.addAll(head.pools().keySet());
    }
    return Optional.empty();
  }

  /// Whether the pools are large enough at all; one that shrank is not kept empty for nothing.
  private boolean everFits(Claim claim) {
    return claim.pools().entrySet().stream()
        .allMatch(want -> want.getValue() <= size(want.getKey()));
  }

  private boolean fits(Claim claim) {
    return slotsUsed.getOrDefault(claim.lane(), 0) < slots.getOrDefault(claim.lane(), 0)
        && full(claim).isEmpty();
  }

  /// The pools that have too little room for this claim.
  public List<String> full(Claim claim) {
    return claim.pools().entrySet().stream()
        .filter(want -> used(want.getKey()) + want.getValue() > size(want.getKey()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  public int size(String pool) {
    return sizes.getOrDefault(pool, 0);
  }

  public int used(String pool) {
    return used.getOrDefault(pool, 0);
  }

  /// Gives a claim what it asks for, until [#release].
  public void grant(Claim claim, long token) {
    withdraw(claim);
    grants.put(token, claim);
    slotsUsed.merge(claim.lane(), 1, Integer::sum);
    claim.pools().forEach((pool, amount) -> used.merge(pool, amount, Integer::sum));
  }

  /// Takes back what an attempt holds, and answers it.
  public Optional<Claim> release(long token) {
    var claim = grants.remove(token);
    if (claim == null) return Optional.empty();
    slotsUsed.merge(claim.lane(), -1, Integer::sum);
    claim.pools().forEach((pool, amount) -> used.merge(pool, -amount, Integer::sum));
    return Optional.of(claim);
  }
}
