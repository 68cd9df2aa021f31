package outturn.engine.pool;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// The claims of a queue by worth, with a [Ranking] for each priority: a higher one goes first,
/// whatever the others are worth.
final class Rankings {
  private final Worths worths;
  private final Predicate<Claim> slotFor;
  private final IntFunction<Optional<Claim>> oldest;
  private final TreeMap<Integer, Ranking> rankings = new TreeMap<>(Collections.reverseOrder());

  /// @param slotFor whether a claim may have a slot
  /// @param oldest who of a priority has waited longest of those that may have one
  Rankings(Worths worths, Predicate<Claim> slotFor, IntFunction<Optional<Claim>> oldest) {
    this.worths = worths;
    this.slotFor = slotFor;
    this.oldest = oldest;
  }

  void add(Line line, Claim claim) {
    rankings.computeIfAbsent(claim.priority(), this::ranking).add(line, claim);
  }

  private Ranking ranking(int priority) {
    return new Ranking(worths, () -> oldest.apply(priority));
  }

  void remove(Line line, Claim claim) {
    var ranking = rankings.get(claim.priority());
    if (ranking == null) return;
    ranking.remove(line, claim);
    if (ranking.isEmpty()) rankings.remove(claim.priority());
  }

  /// A claim of this queue, or of one that wants the same pool, was granted.
  void granted(Claim claim, Instant now) {
    var ranking = rankings.get(claim.priority());
    if (ranking != null) ranking.granted(claim, now);
  }

  /// Who is next of those that may have a slot.
  Optional<Ranking.Place> next(Instant now) {
    for (var ranking : rankings.values()) {
      var next = ranking.next(slotFor, now);
      if (next.isPresent()) return next;
    }
    return Optional.empty();
  }

  /// Who was passed so often that nobody may pass it any more.
  Optional<Claim> owed() {
    for (var ranking : rankings.values()) {
      var owed = ranking.owed();
      if (owed.isPresent()) return owed;
    }
    return Optional.empty();
  }
}
