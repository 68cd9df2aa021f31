package outturn.engine.pool;

import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import outturn.engine.pool.Ranking.Place;

/// The claims of one line that have worth: who is first is known, and no more is done for an order
/// of the others than that takes.
///
/// A claim that leaves while it is not the first keeps its place until it would be the first, or
/// until most are such.
final class Heap {
  private final PriorityQueue<Place> places;
  private final TreeSet<Claim> gone = new TreeSet<>();

  Heap(List<Place> places) {
    this.places = new PriorityQueue<>(places);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /// What is worth most; there has to be something.
  Place first() {
    return places.element();
  }

  /// @param place of a claim that is not in it
  void add(Place place) {
    if (gone.remove(place.claim())) places.removeIf(old -> old.claim().equals(place.claim()));
    places.add(place);
  }

  /// @param claim that may be in it
  void remove(Claim claim) {
    if (!places.isEmpty() && first().claim().equals(claim)) places.remove();
    else gone.add(claim);
    while (!gone.isEmpty() && !places.isEmpty() && gone.remove(first().claim())) places.remove();
    if (2 * gone.size() <= places.size()) return;
    places.removeIf(place -> gone.contains(place.claim()));
    gone.clear();
  }
}
