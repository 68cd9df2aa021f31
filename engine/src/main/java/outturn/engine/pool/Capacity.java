package outturn.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outturn.definition.policy.Policy;
import outturn.definition.pool.Lock;
import outturn.definition.pool.Pool;

/// The keeper of pools and worker slots: hears claims and grants them, all that a claim asks for
/// together or nothing.
///
/// Next is a claim of the workflow for which a slot costs least: of those of one priority the one
/// that holds the fewest slots of its lane, and of these the oldest; see [Queue] for what a
/// priority is worth, and [Slots] for how many one workflow may hold. A claim may pass an older one
/// that waits for a pool which the younger does not need, and also one that still lacks another
/// pool; after [#PATIENCE], and a step of waiting for each step of priority, no claim that asks for
/// something else passes the older one any more. What is in use is the sum of the grants, so it
/// cannot drift.
///
/// For a pool that is ordered by worth, next is instead what is worth most: see [Rankings] and
/// [Ranking] for that order, and for how often an older claim may be passed in it.
public final class Capacity {
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Map<Lane, Slots> slots = new EnumMap<>(Lane.class);
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, Integer> used = new HashMap<>();
  private final Map<Long, Claim> grants = new HashMap<>();
  private final Map<Lane, Map<Map<String, Integer>, Queue>> waiting = new EnumMap<>(Lane.class);
  private final Set<String> byWorth = new HashSet<>();
  private final Worths worths = new Worths();
  private final Policies policies = new Policies();
  private boolean paused;

  /// @param slots of the worker; a lane that is absent has none
  public Capacity(Map<Lane, Integer> slots) {
    for (var lane : Lane.values()) {
      this.slots.put(lane, new Slots(slots.getOrDefault(lane, 0)));
      waiting.put(lane, new HashMap<>());
    }
  }

  /// A pool's size, from now on; what is granted already stays granted.
  public void size(String pool, int size) {
    sizes.put(pool, size);
  }

  /// In which order a pool is given to those who wait for it, from now on.
  public void order(String pool, Pool.Order order) {
    boolean changed =
        switch (order) {
          case AGE -> byWorth.remove(pool);
          case WORTH -> byWorth.add(pool);
        };
    if (changed) waiting.values().forEach(queues -> queues.values().forEach(this::order));
  }

  /// A queue is ordered by worth when one of its pools is.
  private Queue order(Queue queue) {
    if (byWorth.isEmpty() || Collections.disjoint(byWorth, queue.pools().keySet()))
      queue.orderBySlots();
    else queue.orderByWorth(worths);
    return queue;
  }

  /// What waits is worth, as it was told.
  public Worths worths() {
    return worths;
  }

  /// The policies in force.
  public Policies policies() {
    return policies;
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
    queues(claim.lane())
        .computeIfAbsent(claim.pools(), pools -> order(new Queue(slots(claim.lane()), pools)))
        .add(claim);
  }

  public void withdraw(Claim claim) {
    withdraw(claim, Instant.MIN);
  }

  private void withdraw(Claim claim, Instant granted) {
    var queues = queues(claim.lane());
    var queue = queues.get(claim.pools());
    if (queue == null) return;
    queue.remove(claim, granted);
    if (queue.isEmpty()) queues.remove(claim.pools());
  }

  private Slots slots(Lane lane) {
    return Objects.requireNonNull(slots.get(lane));
  }

  private Map<Map<String, Integer>, Queue> queues(Lane lane) {
    return Objects.requireNonNull(waiting.get(lane));
  }

  /// The claim that is to be granted next; the caller grants or withdraws it before asking again.
  public Optional<Claim> next(Instant now) {
    policies.at(now);
    if (paused) return Optional.empty();
    var reserved = reserved(now);
    var best = bestBySlots(reserved, now);
    var worthiest = byWorth.isEmpty() ? null : worthiest(reserved, now);
    if (best == null || (worthiest != null && worthiest.compareTo(best) < 0)) best = worthiest;
    if (best == null) return Optional.empty();
    return Optional.of(overdue(best.claim(), reserved, now));
  }

  /// Whose turn it is among the claims that are not ordered by worth.
  private Line.@Nullable Turn bestBySlots(Map<String, Claim> reserved, Instant now) {
    Line.@Nullable Turn best = null;
    for (var queues : waiting.values()) {
      for (var queue : queues.values()) {
        if (queue.isByWorth()) continue;
        var turn = queue.next().orElse(null);
        if (turn == null || (best != null && best.compareTo(turn) <= 0)) continue;
        if (mayGo(queue, turn.claim(), reserved, now)) best = turn;
      }
    }
    return best;
  }

  /// What is worth most of the claims that are ordered by worth, and its turn among the others:
  /// with those it shares the slots only.
  private Line.@Nullable Turn worthiest(Map<String, Claim> reserved, Instant now) {
    Ranking.@Nullable Place best = null;
    Line.@Nullable Turn turn = null;
    for (var queues : waiting.values()) {
      for (var queue : queues.values()) {
        var ranks = queue.byWorth().orElse(null);
        if (ranks == null || !fits(queue)) continue;
        var place = ranks.next(now).orElse(null);
        if (place == null || (best != null && best.compareTo(place) <= 0)) continue;
        if (!mayGo(queue, place.claim(), reserved, now)) continue;
        best = place;
        turn = queue.turn(place.claim());
      }
    }
    return turn;
  }

  /// The claim that has waited too long for this one of a higher priority to go before it, or else
  /// this one.
  private Claim overdue(Claim next, Map<String, Claim> reserved, Instant now) {
    Line.@Nullable Idle longest = null;
    for (var queues : waiting.values()) {
      for (var queue : queues.values()) {
        var line = queue.overdue(next.priority(), now).orElse(null);
        if (line == null || (longest != null && longest.compareTo(line) <= 0)) continue;
        if (mayGo(queue, line.claim(), reserved, now)) longest = line;
      }
    }
    return longest == null ? next : longest.claim();
  }

  /// The pools that somebody has waited for too long, and who waits longest.
  private Map<String, Claim> reserved(Instant now) {
    Map<String, Claim> reserved = new HashMap<>();
    var patient = now.minus(PATIENCE);
    for (var queues : waiting.values()) {
      for (var queue : queues.values()) {
        var first = unpassed(queue, patient);
        if (first == null || !queue.slotFor(first) || !everFits(first)) continue;
        for (var pool : queue.pools().keySet()) reserved.merge(pool, first, Capacity::older);
      }
    }
    return reserved;
  }

  /// The claim of a queue that may not be passed any more by claims of others, where there is one.
  ///
  /// @param patient who waits since before this has waited too long
  private @Nullable Claim unpassed(Queue queue, Instant patient) {
    if (wantsOnlyLocks(queue)) return queue.oldest();
    var ranks = queue.byWorth();
    if (ranks.isPresent()) return ranks.get().owed().orElse(null);
    var oldest = queue.oldest();
    return oldest.since().isBefore(patient) ? oldest : null;
  }

  /// Whether locks are all that is missing. Who comes later for these does not pass, so that those
  /// who share one do not keep out for ever who wants it alone.
  private boolean wantsOnlyLocks(Queue queue) {
    if (!queue.wantsLocks()) return false;
    var missing = full(queue.oldest());
    return !missing.isEmpty() && missing.stream().allMatch(Lock::is);
  }

  private static Claim older(Claim one, Claim other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /// Whether there is room in the pools for a claim, and nobody else waits for them first.
  private boolean mayGo(Queue queue, Claim claim, Map<String, Claim> reserved, Instant now) {
    if (!fits(queue)) return false;
    if (reserved.isEmpty()) return true;
    return queue.pools().keySet().stream()
        .map(reserved::get)
        .allMatch(first ->
            first == null || first.compareTo(queue.oldest()) >= 0 || passes(claim, first, now));
  }

  /// Whether the pools have room for a claim of this queue.
  private boolean fits(Queue queue) {
    for (var want : queue.pools().entrySet()) {
      if (!fits(want)) return false;
    }
    return true;
  }

  private boolean fits(Map.Entry<String, Integer> want) {
    return used(want.getKey()) + want.getValue() <= size(want.getKey());
  }

  /// Whether a claim is so much more urgent than the one that waits first that it need not wait.
  private static boolean passes(Claim claim, Claim first, Instant now) {
    int steps = claim.priority() - first.priority();
    if (steps <= 0) return false;
    return first.since().plus(PATIENCE).plus(Queue.STEP.multipliedBy(steps)).isAfter(now);
  }

  /// Whether the pools are large enough at all; one that shrank is not kept empty for nothing.
  private boolean everFits(Claim claim) {
    return claim.pools().entrySet().stream()
        .allMatch(want -> want.getValue() <= size(want.getKey()));
  }

  /// The pools that have too little room for this claim.
  public List<String> full(Claim claim) {
    if (claim.pools().isEmpty()) return List.of();
    return claim.pools().entrySet().stream()
        .filter(want -> !fits(want))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  public int size(String pool) {
    if (Policy.is(pool)) return policies.size(pool);
    return Lock.is(pool) ? Lock.WHOLE : sizes.getOrDefault(pool, 0);
  }

  public int used(String pool) {
    return used.getOrDefault(pool, 0);
  }

  /// Gives a claim what it asks for, until [#release].
  public void grant(Claim claim, long token, Instant now) {
    withdraw(claim, now);
    if (!byWorth.isEmpty()) passes(claim, now);
    hold(claim, token);
  }

  /// Has those count who are passed in a pool that is ordered by worth.
  private void passes(Claim claim, Instant now) {
    if (Collections.disjoint(byWorth, claim.pools().keySet())) return;
    for (var queues : waiting.values()) {
      for (var queue : queues.values()) {
        var ranks = queue.byWorth();
        if (ranks.isEmpty() || !shares(queue, claim)) continue;
        ranks.get().granted(claim, now);
      }
    }
  }

  private static boolean shares(Queue queue, Claim claim) {
    return queue.pools().equals(claim.pools())
        || !Collections.disjoint(queue.pools().keySet(), claim.pools().keySet());
  }

  /// Takes note that an attempt holds what this claim asks for, though it did not wait for it here.
  public void hold(Claim claim, long token) {
    grants.put(token, claim);
    int before = slots(claim.lane()).held(claim.workflow());
    slots(claim.lane()).take(claim.workflow());
    queues(claim.lane()).values().forEach(queue -> queue.moved(claim.workflow(), before));
    claim.pools().forEach((pool, amount) -> used.merge(pool, amount, Integer::sum));
  }

  /// Takes back what an attempt holds, and answers it.
  public Optional<Claim> release(long token) {
    var claim = grants.remove(token);
    if (claim == null) return Optional.empty();
    int before = slots(claim.lane()).held(claim.workflow());
    slots(claim.lane()).giveBack(claim.workflow());
    queues(claim.lane()).values().forEach(queue -> queue.moved(claim.workflow(), before));
    claim.pools().forEach((pool, amount) -> used.merge(pool, -amount, Integer::sum));
    return Optional.of(claim);
  }
}
