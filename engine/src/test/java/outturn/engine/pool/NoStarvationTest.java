package outturn.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outturn.definition.pool.Pool;
import outturn.engine.run.RunId;

/// However much comes that is worth more, what waits gets its turn: random histories in which more
/// is wanted of a pool than it can give.
class NoStarvationTest {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final List<Map<String, Integer>> WANTS =
      List.of(
          Map.of("db", 1),
          Map.of("db", 2),
          Map.of("db", 3),
          Map.of("db", 1, "licence", 1),
          Map.of("licence", 1));

  /// A claim that waits, and what has happened since it came.
  private static final class Waiting {
    final int older;
    int granted;

    Waiting(int older) {
      this.older = older;
    }
  }

  private static final class History {
    final SplittableRandom random;
    final Capacity capacity = new Capacity(Map.of(Lane.PROCESS, 20));
    final Map<RunId, Worth> worth = new HashMap<>();
    final Map<Claim, Waiting> waiting = new LinkedHashMap<>();
    final List<Long> held = new ArrayList<>();
    Instant now = START;
    int runs;
    int checked;

    History(long seed) {
      random = new SplittableRandom(seed);
      capacity.size("db", 3);
      capacity.size("licence", 1);
      capacity.order("db", Pool.Order.WORTH);
      if (random.nextBoolean()) capacity.order("licence", Pool.Order.WORTH);
    }

    void step() {
      now = now.plusSeconds(random.nextInt(40));
      int come = random.nextInt(5) == 0 ? random.nextInt(8) : random.nextInt(2);
      for (int one = 0; one < come; one++) claim();
      capacity.worths().tell(worth);
      if (!held.isEmpty()) capacity.release(held.remove(random.nextInt(held.size())));
      for (var next = capacity.next(now); next.isPresent(); next = capacity.next(now)) {
        grant(next.get());
      }
    }

    private void claim() {
      var pools = WANTS.get(random.nextInt(WANTS.size()));
      var want = new Claim.Want(Lane.PROCESS, pools, 3);
      var run = new RunId(++runs);
      var claim = new Claim(run, "workflow-" + random.nextInt(4), 0, 0, want, now);
      capacity.claim(claim);
      waiting.put(claim, new Waiting(waiting.size()));
      // What comes later is worth more, and much is worth nothing.
      if (random.nextInt(3) == 0) return;
      var hour = Duration.ofHours(1);
      worth.put(run, new Worth(runs, "GBP", now, hour, List.of(), hour));
    }

    private void grant(Claim claim) {
      held.add(claim.run().value());
      capacity.grant(claim, claim.run().value(), now);
      waiting.remove(claim);
      for (var other : waiting.entrySet()) {
        if (!shares(claim, other.getKey())) continue;
        var since = other.getKey().since().plus(Capacity.PATIENCE);
        if (since.isBefore(now)) other.getValue().granted++;
        int older = other.getValue().older;
        int most = (Ranking.PASSES + 1) * (older + 1) + older;
        assertThat(other.getValue().granted).as("%s", other.getKey()).isLessThanOrEqualTo(most);
        checked++;
      }
    }

    /// Whether one takes what is ordered by worth from the other.
    private static boolean shares(Claim one, Claim other) {
      return one.pools().containsKey("db") && other.pools().containsKey("db");
    }
  }

  @Test
  void eachClaimIsGrantedWithinItsBound() {
    for (long seed = 1; seed <= 20; seed++) {
      var history = new History(seed);
      for (int step = 0; step < 1_200; step++) history.step();
      assertThat(history.checked).as("seed %d", seed).isPositive();
      assertThat(history.runs - history.waiting.size()).as("seed %d", seed).isGreaterThan(300);
    }
  }
}
