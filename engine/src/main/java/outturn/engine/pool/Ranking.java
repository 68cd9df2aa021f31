package outturn.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The claims of a queue that have one priority, by worth: the most urgent first, and of equally
/// urgent ones the oldest.
///
/// Who has waited for [Capacity#PATIENCE] is passed [#PASSES] times in a row by younger ones, and
/// goes then. So a claim before which there are n older ones of its priority waits, after that, for
/// at most 50 (n + 1) + n grants of the pool, whatever those are worth.
///
/// What is urgent changes with time. So places are worked out anew when worth was told or a second
/// has passed, and not for each grant; of many claims more seldom, after a second for each [#MANY]
/// of them, for so many wait longer than that anyway. Only the first of each line is in order:
/// slots are left to a workflow as a whole, so the next is one of these.
final class Ranking {
  static final int PASSES = 49;
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MANY = 1_000;

  private final Worths worths;
  private final Supplier<Optional<Claim>> oldest;
  private final Map<Line, Front> fronts = new HashMap<>();
  private final TreeSet<Place> order = new TreeSet<>();
  private Instant at = Instant.EPOCH;
  private Instant until = Instant.EPOCH;
  private int tellings = -1;
  private int places;
  private int passed;

  /// @param oldest who has waited longest of those that may have a slot
  Ranking(Worths worths, Supplier<Optional<Claim>> oldest) {
    this.worths = worths;
    this.oldest = oldest;
  }

  /// A claim, and how urgent it is; the first is next.
  record Place(int priority, double urgency, Claim claim) implements Comparable<Place> {
    Place(Claim claim, double urgency) {
      this(claim.priority(), urgency, claim);
    }

    @Override
    public int compareTo(Place other) {
      int order = Integer.compare(other.priority, priority);
      if (order == 0) order = Double.compare(other.urgency, urgency);
      return order == 0 ? claim.compareTo(other.claim) : order;
    }
  }

  /// The claims of a line that have worth, and its first in the order of all lines.
  private static final class Front {
    @Nullable Heap heap;
    @Nullable Place first;

    void add(Place place) {
      if (heap == null) heap = new Heap(List.of());
      heap.add(place);
    }

    void remove(Claim claim) {
      if (heap != null) heap.remove(claim);
    }

    /// What has no worth goes by age, as it does in its line.
    Place first(Line line) {
      return heap == null || heap.isEmpty() ? new Place(line.first(), Worths.NONE) : heap.first();
    }
  }

  boolean isEmpty() {
    return fronts.isEmpty();
  }

  /// A claim waits, and is in its line already.
  void add(Line line, Claim claim) {
    // By the places of this time; so there is nothing to work out anew for a while.
    if (isEmpty()) from(claim.since());
    var front = fronts.computeIfAbsent(line, _ -> new Front());
    double urgency = worths.urgency(claim, at);
    if (urgency > Worths.NONE) front.add(new Place(claim, urgency));
    changed(line, front);
  }

  /// A claim waits no more, and has left its line already.
  void remove(Line line, Claim claim) {
    var front = fronts.get(line);
    if (front == null) return;
    front.remove(claim);
    changed(line, front);
  }

  private void changed(Line line, Front front) {
    var after = line.isEmpty() ? null : front.first(line);
    if (Objects.equals(front.first, after)) return;
    if (front.first != null) order.remove(front.first);
    front.first = after;
    if (after == null) fronts.remove(line);
    else order.add(after);
  }

  /// Another claim, of this queue or one that wants the same pool, was granted.
  void granted(Claim other, Instant now) {
    boolean again = oldest.get().filter(first -> isPassed(first, other, now)).isPresent();
    passed = again ? passed + 1 : 0;
  }

  private static boolean isPassed(Claim oldest, Claim by, Instant now) {
    return oldest.compareTo(by) < 0 && oldest.since().plus(Capacity.PATIENCE).isBefore(now);
  }

  /// The oldest, where it was passed so often that it is its turn.
  Optional<Claim> owed() {
    return passed < PASSES ? Optional.empty() : oldest.get();
  }

  /// Who is next of those that may have a slot.
  Optional<Place> next(Predicate<Claim> slotFor, Instant now) {
    if (passed >= PASSES) return owed().map(claim -> new Place(claim, Double.POSITIVE_INFINITY));
    workOut(now);
    for (var place : order) if (slotFor.test(place.claim())) return Optional.of(place);
    return Optional.empty();
  }

  private void workOut(Instant now) {
    boolean known = tellings == worths.tellings() || places >= MANY;
    if (known && !now.isBefore(at) && now.isBefore(until)) return;
    from(now);
    order.clear();
    fronts.forEach((line, front) -> {
      var all = places(line);
      places += all.size();
      front.heap = all.isEmpty() ? null : new Heap(all);
      front.first = front.first(line);
      order.add(front.first);
    });
    until = now.plus(FRESH.multipliedBy(1 + places / MANY));
  }

  /// From now on places are those of this time.
  private void from(Instant time) {
    at = time;
    until = time.plus(FRESH);
    tellings = worths.tellings();
    places = 0;
  }

  private List<Place> places(Line line) {
    var places = new ArrayList<Place>();
    for (var claim : line.claims()) {
      double urgency = worths.urgency(claim, at);
      if (urgency > Worths.NONE) places.add(new Place(claim, urgency));
    }
    return places;
  }
}
