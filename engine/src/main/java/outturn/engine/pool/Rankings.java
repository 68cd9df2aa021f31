package outturn.engine.pool;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The claims of a queue by worth, with a [Ranking] for each priority: a higher one goes first,
/// whatever the others are worth.
final class Rankings {
  private final Worths worths;
  private final Predicate<Claim> slotFor;
  private final TreeMap<Integer, Ranking> rankings = new TreeMap<>(Collections.reverseOrder());

  /// @param slotFor whether a claim may have a slot
  Rankings(Worths worths, Predicate<Claim> slotFor) {
    this.worths = worths;
    this.slotFor = slotFor;
  }

  void add(Claim claim) {
    rankings.computeIfAbsent(claim.priority(), _ -> new Ranking(worths)).add(claim);
  }

  void remove(Claim claim) {
    var ranking = rankings.get(claim.priority());
    if (ranking == null) return;
    ranking.remove(claim);
    if (ranking.isEmpty()) rankings.remove(claim.priority());
  }

  /// A claim of this queue, or of one that wants the same pool, was granted.
  void granted(Claim claim, Instant now) {
    var ranking = rankings.get(claim.priority());
    if (ranking != null) ranking.granted(claim, slotFor, now);
  }

  /// Who is next of those that may have a slot.
  Optional<Ranking.Place> next(Instant now) {
    return rankings.values().stream()
        .flatMap(ranking -> ranking.next(slotFor, now).stream())
        .findFirst();
  }

  /// Who was passed so often that nobody may pass it any more.
  Optional<Claim> owed() {
    return rankings.values().stream()
        .filter(Ranking::isOwed)
        .flatMap(ranking -> ranking.oldest(slotFor).stream())
        .findFirst();
  }
}
