package outturn.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The claims of a queue that have one priority, by worth: the most urgent first, and of equally
/// urgent ones the oldest.
///
/// Who has waited for [Capacity#PATIENCE] is passed [#PASSES] times in a row by younger ones, and
/// goes then. So a claim before which there are n older ones of its priority waits, after that, for
/// at most 50 (n + 1) + n grants of the pool, whatever those are worth.
///
/// What is urgent changes with time. So places are worked out anew when worth was told or a second
/// has passed, and not for each grant.
final class Ranking {
  static final int PASSES = 49;
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Worths worths;
  private final TreeMap<Claim, Place> claims = new TreeMap<>();
  private final TreeSet<Place> order = new TreeSet<>();
  private Instant at = Instant.EPOCH;
  private int tellings = -1;
  private int passed;

  Ranking(Worths worths) {
    this.worths = worths;
  }

  /// A claim, and how urgent it is; the first is next.
  record Place(Claim claim, double urgency) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingInt((Place place) -> place.claim().priority())
            .thenComparingDouble(Place::urgency)
            .reversed()
            .thenComparing(Place::claim);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  boolean isEmpty() {
    return claims.isEmpty();
  }

  void add(Claim claim) {
    var place = new Place(claim, worths.urgency(claim, at));
    claims.put(claim, place);
    order.add(place);
  }

  void remove(Claim claim) {
    var place = claims.remove(claim);
    if (place != null) order.remove(place);
  }

  /// Another claim, of this queue or one that wants the same pool, was granted.
  void granted(Claim other, Predicate<Claim> slotFor, Instant now) {
    passed =
        oldest(slotFor).filter(oldest -> isPassed(oldest, other, now)).isPresent() ? passed + 1 : 0;
  }

  private static boolean isPassed(Claim oldest, Claim by, Instant now) {
    return oldest.compareTo(by) < 0 && oldest.since().plus(Capacity.PATIENCE).isBefore(now);
  }

  /// Whether the oldest was passed so often that it is its turn.
  boolean isOwed() {
    return passed >= PASSES;
  }

  /// Who has waited longest of those that may have a slot.
  Optional<Claim> oldest(Predicate<Claim> slotFor) {
    return claims.keySet().stream().filter(slotFor).findFirst();
  }

  /// Who is next of those that may have a slot.
  Optional<Place> next(Predicate<Claim> slotFor, Instant now) {
    if (isOwed()) return oldest(slotFor).map(claim -> new Place(claim, Double.POSITIVE_INFINITY));
    workOut(now);
    return order.stream().filter(place -> slotFor.test(place.claim())).findFirst();
  }

  private void workOut(Instant now) {
    boolean known = tellings == worths.tellings();
    if (known && !now.isBefore(at) && now.isBefore(at.plus(FRESH))) return;
    at = now;
    tellings = worths.tellings();
    order.clear();
    claims.replaceAll((claim, _) -> new Place(claim, worths.urgency(claim, now)));
    order.addAll(claims.values());
  }
}
