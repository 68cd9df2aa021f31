package outturn.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final TreeMap<Integer, SortedSet<Claim>> firsts = new TreeMap<>();
  private final TreeSet<Line.Turn> turns = new TreeSet<>();
  private final TreeMap<Integer, SortedSet<Line.Idle>> idle = new TreeMap<>();
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
    return workflows.isEmpty();
  }

  /// Who has waited longest, whoever's turn it is.
  Claim oldest() {
    var each = firsts.values().iterator();
    var oldest = each.next().first();
    while (each.hasNext()) {
      var first = each.next().first();
      if (first.compareTo(oldest) < 0) oldest = first;
    }
    return oldest;
  }

  /// Who of a priority has waited longest of those for whom a slot is left.
  private Optional<Claim> oldest(int priority) {
    var same = firsts.get(priority);
    if (same == null) return Optional.empty();
    for (var claim : same) if (slotFor(claim)) return Optional.of(claim);
    return Optional.empty();
  }

  /// From now on it is the turn of what is worth most.
  void orderByWorth(Worths worths) {
    if (rankings != null) return;
    var all = new Rankings(worths, this::slotFor, this::oldest);
    for (var line : lines()) line.claims().forEach(claim -> all.add(line, claim));
    rankings = all;
    turns.clear();
  }

  /// From now on it is the turn of the workflow for which a slot costs least.
  void orderBySlots() {
    if (rankings == null) return;
    rankings = null;
    for (var line : lines()) turns.add(turn(line.first()));
  }

  private List<Line> lines() {
    return workflows.values().stream().flatMap(lines -> lines.values().stream()).toList();
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
    var before = line.idle();
    boolean anew = line.add(claim);
    changed(claim.priority(), before, line.idle());
    if (anew && rankings != null) rankings.add(line, claim);
  }

  /// The claim waits no more.
  ///
  /// @param granted when it was granted, or the beginning of time if it was not
  void remove(Claim claim, Instant granted) {
    var lines = workflows.get(claim.workflow());
    var line = lines == null ? null : lines.get(claim.priority());
    if (lines == null || line == null) return;
    var before = line.idle();
    if (!line.remove(claim)) return;
    line.served(granted);
    changed(claim.priority(), before, line.idle());
    if (rankings != null) rankings.remove(line, claim);
    if (line.isEmpty()) lines.remove(claim.priority());
    if (lines.isEmpty()) workflows.remove(claim.workflow());
  }

  /// The turn of a claim, by the slots of its workflow.
  Line.Turn turn(Claim claim) {
    return new Line.Turn(Line.cost(slots.held(claim.workflow()), claim.priority()), claim);
  }

  /// The workflow's slots have become more or fewer.
  void moved(String workflow, int before) {
    if (isByWorth()) return;
    var lines = workflows.get(workflow);
    if (lines == null) return;
    int held = slots.held(workflow);
    for (var line : lines.values()) {
      turns.remove(line.turn(before));
      turns.add(line.turn(held));
    }
  }

  /// A line is idle since another time, or another claim is its first.
  private void changed(int priority, Line.@Nullable Idle before, Line.@Nullable Idle after) {
    if (Objects.equals(before, after)) return;
    replace(idle, priority, before, after);
    var first = before == null ? null : before.claim();
    var next = after == null ? null : after.claim();
    if (Objects.equals(first, next)) return;
    replace(firsts, priority, first, next);
    if (rankings != null) return;
    if (first != null) turns.remove(turn(first));
    if (next != null) turns.add(turn(next));
  }

  private static <T> void replace(
      Map<Integer, SortedSet<T>> all, int priority, @Nullable T before, @Nullable T after) {
    var same = all.computeIfAbsent(priority, _ -> new TreeSet<>());
    if (before != null) same.remove(before);
    if (after != null) same.add(after);
    if (same.isEmpty()) all.remove(priority);
  }
}
