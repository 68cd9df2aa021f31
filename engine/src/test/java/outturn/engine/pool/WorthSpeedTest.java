package outturn.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.pool.Pool;
import outturn.engine.run.RunId;

/// Tells what it costs to give out a pool by age and by worth, in turns, while many claims wait:
/// for each that is granted another one comes. With `-Doutturn.proof=full` of 21 rounds.
class WorthSpeedTest {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final int CLAIMS = 10_000;
  private static final int SIZE = 50;
  private static final int ROUNDS = "full".equals(System.getProperty("outturn.proof")) ? 21 : 3;
  private static final Claim.Want WANT = new Claim.Want(Lane.PROCESS, Map.of("db", 1), 3);

  @Test
  void asManyAreGrantedInEitherOrder() {
    measure("ten grants a second", Duration.ofMillis(100));
    measure("five thousand grants a second", Duration.ofNanos(200_000));
  }

  private static void measure(String rate, Duration between) {
    var took = new EnumMap<Pool.Order, List<Long>>(Pool.Order.class);
    for (int round = 0; round < ROUNDS; round++) {
      for (var order : Pool.Order.values()) {
        took.computeIfAbsent(order, _ -> new ArrayList<>()).add(round(order, between));
      }
    }
    took.forEach((order, all) -> {
      all.sort(Long::compare);
      System.out.printf(
          Locale.ROOT,
          "%s, by %s: %d ns of CPU for each grant%n",
          rate,
          order,
          all.get(ROUNDS / 2) / CLAIMS);
    });
  }

  /// The CPU time in which as many as wait are granted, so far apart, and as many come.
  private static long round(Pool.Order order, Duration between) {
    var capacity = new Capacity(Map.of(Lane.PROCESS, 1_000));
    capacity.size("db", SIZE);
    capacity.order("db", order);
    capacity.worths().tell(worth());
    for (int run = 0; run < CLAIMS; run++) capacity.claim(claim(run, START));
    var threads = ManagementFactory.getThreadMXBean();
    long began = threads.getCurrentThreadCpuTime();
    var held = new ArrayDeque<Long>();
    for (int granted = 0; granted < CLAIMS; granted++) {
      var now = START.plusNanos(between.toNanos() * granted);
      if (held.size() == SIZE) capacity.release(held.remove());
      capacity.grant(capacity.next(now).orElseThrow(), granted, now);
      held.add((long) granted);
      capacity.claim(claim(CLAIMS + granted, now));
    }
    long took = threads.getCurrentThreadCpuTime() - began;
    assertThat(capacity.next(START)).isEmpty();
    return took;
  }

  private static Claim claim(int run, Instant since) {
    return new Claim(new RunId(run), "w" + run % 20, 0, 0, WANT, since);
  }

  private static Map<RunId, Worth> worth() {
    var worth = new HashMap<RunId, Worth>();
    var minute = Duration.ofMinutes(1);
    for (int run = 0; run < 2 * CLAIMS; run++) {
      var due = START.plusSeconds(run * 7L % 5_000);
      worth.put(new RunId(run), new Worth(1 + run % 100, "GBP", due, minute, List.of(), minute));
    }
    return worth;
  }
}
