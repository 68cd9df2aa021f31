package outturn.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outturn.engine.pool.Ranking.Place;
import outturn.engine.run.RunId;

/// Claims come, go from anywhere, and come again, while their worth changes; a plain map of those
/// that wait says who has to be first.
class HeapTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int CLAIMS = 60;

  private static Claim claim(int run) {
    var want = new Claim.Want(Lane.PROCESS, Map.of("db", 1), 3);
    return new Claim(new RunId(run), "nightly", 0, 0, want, NOON.plusSeconds(run));
  }

  private static final class History {
    final SplittableRandom random;
    Heap heap = new Heap(List.of());
    final Map<Claim, Double> waiting = new HashMap<>();

    History(long seed) {
      random = new SplittableRandom(seed);
    }

    void step() {
      int what = random.nextInt(10);
      if (what == 0) workOut();
      else if (what < 5 && !heap.isEmpty()) leave(heap.first().claim());
      else comeOrLeave(claim(random.nextInt(CLAIMS)));
    }

    private void comeOrLeave(Claim claim) {
      if (waiting.containsKey(claim)) {
        leave(claim);
        return;
      }
      waiting.put(claim, (double) random.nextInt(9));
      heap.add(new Place(claim, waiting.get(claim)));
    }

    private void leave(Claim claim) {
      waiting.remove(claim);
      heap.remove(claim);
    }

    private void workOut() {
      waiting.replaceAll((_, _) -> (double) random.nextInt(9));
      heap = new Heap(places());
    }

    /// All that wait, the worthiest first.
    List<Place> places() {
      return waiting.entrySet().stream()
          .map(each -> new Place(each.getKey(), each.getValue()))
          .sorted()
          .toList();
    }
  }

  @Test
  void whatIsWorthMostIsFirstWhoeverCameAndLeft() {
    for (long seed = 1; seed <= 50; seed++) {
      var history = new History(seed);
      for (int step = 0; step < 400; step++) {
        history.step();
        var places = history.places();
        assertThat(history.heap.isEmpty()).as("seed %d", seed).isEqualTo(places.isEmpty());
        if (!places.isEmpty()) {
          assertThat(history.heap.first()).as("seed %d", seed).isEqualTo(places.getFirst());
        }
      }
    }
  }

  @Test
  void ofEquallyUrgentOnesTheOldestIsFirst() {
    var heap = new Heap(List.of());
    for (int run = 9; run >= 1; run--) heap.add(new Place(claim(run), 0.5));

    assertThat(heap.first().claim()).isEqualTo(claim(1));
  }
}
