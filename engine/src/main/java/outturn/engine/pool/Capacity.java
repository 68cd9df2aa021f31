package outturn.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keeper of pools and worker slots: hears claims and grants them, all that a claim asks for
/// together or nothing.
///
/// Next is a claim of the workflow that holds the fewest slots of its lane, and of those the
/// oldest; see [Slots] for how many one workflow may hold. A claim may pass an older one that waits
/// for a pool which the younger does not need, and also one that still lacks another pool; after
/// [#PATIENCE] no claim that asks for something else passes the older one any more. What is in use
/// is the sum of the grants, so it cannot drift.
public final class Capacity {
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Map<Lane, Slots> slots = new EnumMap<>(Lane.class);
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, Integer> used = new HashMap<>();
  private final Map<Long, Claim> grants = new HashMap<>();
  private final Map<Lane, Map<Map<String, Integer>, Queue>> waiting = new EnumMap<>(Lane.class);
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
        .computeIfAbsent(claim.pools(), pools -> new Queue(slots(claim.lane()), pools))
        .add(claim);
  }

  public void withdraw(Claim claim) {
    var queues = queues(claim.lane());
    var queue = queues.get(claim.pools());
    if (queue == null) return;
    queue.remove(claim);
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
    if (paused) return Optional.empty();
    var reserved = reserved(now);
    Queue.@Nullable Turn best = null;
    for (var queues : waiting.values()) {
      for (var queue : queues.values()) {
        var turn = queue.next();
        if (best != null && best.compareTo(turn) <= 0) continue;
        if (queue.slotFor(turn.claim()) && full(turn.claim()).isEmpty() && mayGo(queue, reserved))
          best = turn;
      }
    }
    return Optional.ofNullable(best).map(Queue.Turn::claim);
  }

  /// The pools that somebody has waited for too long, and who waits longest.
  private Map<String, Claim> reserved(Instant now) {
    Map<String, Claim> reserved = new HashMap<>();
    for (var queues : waiting.values()) {
      for (var queue : queues.values()) {
        var oldest = queue.oldest();
        boolean impatient = oldest.since().plus(PATIENCE).isBefore(now);
        if (!impatient || !queue.slotFor(oldest) || !everFits(oldest)) continue;
        for (var pool : queue.pools().keySet()) reserved.merge(pool, oldest, Capacity::older);
      }
    }
    return reserved;
  }

  private static Claim older(Claim one, Claim other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static boolean mayGo(Queue queue, Map<String, Claim> reserved) {
    if (reserved.isEmpty()) return true;
    return queue.pools().keySet().stream()
        .allMatch(
            pool -> reserved.getOrDefault(pool, queue.oldest()).compareTo(queue.oldest()) >= 0);
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
