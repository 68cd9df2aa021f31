package outturn.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import outturn.definition.pool.Lock;

/// The claims that ask for the same: a slot of one lane, and so much of the same pools.
///
/// It is the turn of the workflow for which one more slot costs least, by the slots of the lane
/// that it holds and its priority; see [Line.Turn]. A line of a lower priority from which nothing
/// has begun for [#STEP] for each step between them goes first once, so that none waits for ever.
final class Queue {
  /// So long a wait is worth one step of priority.
  static final Duration STEP = Duration.ofMinutes(10);

  private final Slots slots;
  private final Map<String, Integer> pools;
  private final boolean locks;
  private final Map<String, TreeMap<Integer, Line>> workflows = new HashMap<>();
  private final TreeSet<Claim> oldest = new TreeSet<>();
  private final TreeSet<Line.Turn> turns = new TreeSet<>();
  private final TreeMap<Integer, TreeSet<Line.Idle>> idle = new TreeMap<>();
  private @Nullable Rankings rankings;

  Queue(Slots slots, Map<String, Integer> pools) {
    this.slots = slots;
    this.pools = pools;
    this.locks = pools.keySet().stream().anyMatch(Lock::is);
  }

  Map<String, Integer> pools() {
    return pools;
  }

  /// Whether locks are among what is asked for.
  boolean wantsLocks() {
    return locks;
  }

  boolean isEmpty() {
    return turns.isEmpty();
  }

  /// Who has waited longest, whoever's turn it is.
  Claim oldest() {
    return oldest.first();
  }

  /// From now on it is the turn of what is worth most.
  void orderByWorth(Worths worths) {
    if (rankings != null) return;
    var all = new Rankings(worths, this::slotFor);
    for (var lines : workflows.values()) {
      for (var line : lines.values()) line.claims().forEach(all::add);
    }
    rankings = all;
  }

  /// From now on it is the turn of the workflow for which a slot costs least.
  void orderBySlots() {
    rankings = null;
  }

  boolean isByWorth() {
    return rankings != null;
  }

  /// The claims by worth, where that is their order.
  Optional<Rankings> byWorth() {
    return Optional.ofNullable(rankings);
  }

  /// Whose turn it is among those for whom a slot is left.
  Optional<Line.Turn> next() {
    if (slots.free() == 0) return Optional.empty();
    for (var turn : turns) if (slotFor(turn.claim())) return Optional.of(turn);
    return Optional.empty();
  }

  /// The line that has waited so long that it goes before one of this higher priority.
  Optional<Line.Idle> overdue(int priority, Instant now) {
    if (idle.isEmpty() || idle.firstKey() >= priority) return Optional.empty();
    return idle.headMap(priority).entrySet().stream()
        .flatMap(lower -> {
          var patience = STEP.multipliedBy(priority - lower.getKey());
          return overdue(lower.getValue(), now.minus(patience)).stream();
        })
        .min(Comparator.naturalOrder());
  }

  private Optional<Line.Idle> overdue(SortedSet<Line.Idle> lines, Instant before) {
    for (var line : lines) {
      if (line.since().isAfter(before)) return Optional.empty();
      if (slotFor(line.claim())) return Optional.of(line);
    }
    return Optional.empty();
  }

  /// Whether a slot is left for the claim's workflow.
  boolean slotFor(Claim claim) {
    return slots.room(claim.workflow());
  }

  void add(Claim claim) {
    var line =
        workflows
            .computeIfAbsent(claim.workflow(), _ -> new TreeMap<>())
            .computeIfAbsent(claim.priority(), Line::new);
    int held = slots.held(claim.workflow());
    leave(line, held);
    line.add(claim);
    if (rankings != null) rankings.add(claim);
    enter(line, held);
  }

  /// The claim waits no more.
  ///
  /// @param granted when it was granted, or the beginning of time if it was not
  void remove(Claim claim, Instant granted) {
    var lines = workflows.get(claim.workflow());
    var line = lines == null ? null : lines.get(claim.priority());
    if (lines == null || line == null || !line.has(claim)) return;
    int held = slots.held(claim.workflow());
    leave(line, held);
    line.remove(claim);
    if (rankings != null) rankings.remove(claim);
    line.served(granted);
    enter(line, held);
    if (line.isEmpty()) lines.remove(claim.priority());
    if (lines.isEmpty()) workflows.remove(claim.workflow());
  }

  /// The turn of a claim, by the slots of its workflow.
  Line.Turn turn(Claim claim) {
    return new Line.Turn(Line.cost(slots.held(claim.workflow()), claim.priority()), claim);
  }

  /// The workflow's slots have become more or fewer.
  void moved(String workflow, int before) {
    var lines = workflows.get(workflow);
    if (lines == null) return;
    int held = slots.held(workflow);
    for (var line : lines.values()) {
      turns.remove(line.turn(before));
      turns.add(line.turn(held));
    }
  }

  private void enter(Line line, int held) {
    if (line.isEmpty()) return;
    oldest.add(line.first());
    turns.add(line.turn(held));
    idle.computeIfAbsent(line.first().priority(), _ -> new TreeSet<>()).add(line.idle());
  }

  private void leave(Line line, int held) {
    if (line.isEmpty()) return;
    oldest.remove(line.first());
    turns.remove(line.turn(held));
    int priority = line.first().priority();
    var same = idle.get(priority);
    if (same == null) return;
    same.remove(line.idle());
    if (same.isEmpty()) idle.remove(priority);
  }
}
