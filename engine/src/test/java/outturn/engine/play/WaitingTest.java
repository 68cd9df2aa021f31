package outturn.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.engine.TaskSketch;
import outturn.engine.duration.Sampler;

/// Who goes first is compared with the rules as they read: everybody who waits is looked at each
/// time.
class WaitingTest {
  private static final long MINUTE = 60_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whoGoesIsWhoGoesByTheRules(int seed) {
    for (int world = 0; world < 40; world++) new World(seed * 1_000L + world).play();
  }

  /// Workflows, what their tasks ask for, and what happens to them.
  private static final class World {
    private final SplittableRandom chance;
    private final Net net = new Net();
    private final int[] kind;
    private final long[] since;
    private final Waiting waiting;
    private final List<Integer> idle = new ArrayList<>();
    private final Plain plain;
    private long now = 0;

    World(long seed) {
      this.chance = new SplittableRandom(seed);
      int workflows = 1 + chance.nextInt(8);
      int pools = 1 + chance.nextInt(3);
      int tasks = 3 + chance.nextInt(40);
      int priorities = 1 + chance.nextInt(3);
      boolean plainAsks = chance.nextInt(3) == 0;
      int lanes = chance.nextInt(3);
      for (int pool = 0; pool < pools; pool++) net.pool(1 + chance.nextInt(4));
      for (int lane = 0; lane < lanes; lane++) net.slots(2 + chance.nextInt(8));
      for (int each = 0; each < workflows; each++) {
        net.course(each, each, 0, List.of(), List.of());
      }
      for (int task = 0; task < tasks; task++) {
        var asks = new HashMap<Integer, Integer>();
        asks.put(chance.nextInt(pools), plainAsks ? 1 : 1 + chance.nextInt(2));
        if (!plainAsks && chance.nextBoolean()) asks.put(chance.nextInt(pools), 1);
        if (lanes > 0) asks.put(pools + chance.nextInt(lanes), 1);
        if (lanes > 0 && chance.nextBoolean()) asks.keySet().removeIf(pool -> pool < pools);
        net.task(job(chance.nextInt(workflows), task, 1 + chance.nextInt(priorities), asks));
        idle.add(task);
      }
      this.kind = new int[tasks];
      for (int task = 0; task < tasks; task++) kind[task] = net.kind(task);
      this.since = new long[tasks];
      this.waiting = new Waiting(net, kind, since);
      this.plain = new Plain(net, kind, since);
      waiting.clear();
    }

    private static Job job(int course, int task, int priority, Map<Integer, Integer> asks) {
      var rules = TaskSketch.task("t" + task).drawn().rules();
      return new Job(course, task, Sampler.fixed(Duration.ZERO), rules, 0, priority, asks);
    }

    void play() {
      for (int step = 0; step < 150; step++) {
        now += chance.nextInt(4) == 0 ? chance.nextLong(12 * MINUTE) : chance.nextLong(MINUTE);
        int events = 1 + chance.nextInt(3);
        for (int event = 0; event < events; event++) happens();
        assertThat(granted()).isEqualTo(plain.granted(now));
      }
    }

    private void happens() {
      int what = chance.nextInt(20);
      if (what == 0) {
        int pool = chance.nextInt(net.sizes.size());
        int size = chance.nextInt(5);
        waiting.resize(pool, size, now);
        plain.resize(pool, size);
      } else if (what < 10 && !idle.isEmpty()) {
        int task = idle.get(chance.nextInt(idle.size()));
        idle.removeIf(one -> one == task);
        since[task] = now;
        waiting.add(kind[task], task);
        plain.waiting.add(task);
      } else if (!plain.running.isEmpty()) {
        int task = plain.running.get(chance.nextInt(plain.running.size()));
        waiting.release(kind[task], 0, now);
        plain.release(task);
        idle.add(task);
      }
    }

    private List<Integer> granted() {
      var granted = new ArrayList<Integer>();
      for (int task = waiting.next(now); task != Net.NONE; task = waiting.next(now)) {
        granted.add(task);
      }
      return granted.stream().sorted().toList();
    }
  }

  /// The rules, without regard to how long it takes.
  private static final class Plain {
    private static final long PATIENCE = 5 * MINUTE;
    private static final long STEP = 10 * MINUTE;

    final List<Integer> waiting = new ArrayList<>();
    final List<Integer> running = new ArrayList<>();
    private final Net net;
    private final int[] kind;
    private final long[] since;
    private final Map<Integer, Long> served = new HashMap<>();
    private final Map<Integer, Integer> sizes = new HashMap<>();

    Plain(Net net, int[] kind, long[] since) {
      this.net = net;
      this.kind = kind;
      this.since = since;
      for (int pool = 0; pool < net.sizes.size(); pool++) sizes.put(pool, net.sizes.get(pool));
    }

    void resize(int pool, int size) {
      sizes.put(pool, size);
    }

    void release(int task) {
      running.removeIf(one -> one == task);
    }

    List<Integer> granted(long now) {
      var granted = new ArrayList<Integer>();
      for (var next = next(now); next.isPresent(); next = next(now)) {
        int task = next.get();
        waiting.removeIf(one -> one == task);
        running.add(task);
        served.put(kind[task], now);
        granted.add(task);
      }
      return granted.stream().sorted().toList();
    }

    private Optional<Integer> next(long now) {
      var elders = elders(now);
      var may = firsts().stream().filter(task -> mayGo(task, elders, now)).toList();
      var best =
          may.stream()
              .min(
                  Comparator.comparingLong(this::cost)
                      .thenComparing(this::priority, Comparator.reverseOrder())
                      .thenComparing(byAge()));
      if (best.isEmpty()) return best;
      int urgent = priority(best.get());
      return firsts().stream()
          .filter(task -> priority(task) < urgent && waitsLongest(task) && may.contains(task))
          .filter(task -> idleSince(task) + STEP * (urgent - priority(task)) <= now)
          .min(byIdleness())
          .or(() -> best);
    }

    /// Who has waited longest of those of each pool that may not be passed any more.
    private Map<Integer, Integer> elders(long now) {
      var elders = new HashMap<Integer, Integer>();
      for (int task : firsts()) {
        boolean waited = now - since[task] > PATIENCE;
        if (!waited || !everFits(task) || !slotFor(task) || oldest(asks(task)) != task) continue;
        for (int pool : asks(task).keySet()) {
          if (net.slots.contains(pool)) continue;
          elders.merge(pool, task, (one, other) -> byAge().compare(one, other) < 0 ? one : other);
        }
      }
      return elders;
    }

    private boolean mayGo(int task, Map<Integer, Integer> elders, long now) {
      if (!fits(task) || !slotFor(task)) return false;
      return asks(task).keySet().stream()
          .map(elders::get)
          .allMatch(elder ->
              elder == null
                  || asks(elder).equals(asks(task))
                  || byAge().compare(elder, oldest(asks(task))) >= 0
                  || passes(task, elder, now));
    }

    private boolean passes(int task, int elder, long now) {
      int steps = priority(task) - priority(elder);
      return steps > 0 && since[elder] + PATIENCE + STEP * steps > now;
    }

    /// Who has waited longest of those that ask for the same.
    private int oldest(Map<Integer, Integer> asks) {
      return firsts().stream().filter(task -> asks(task).equals(asks)).min(byAge()).orElseThrow();
    }

    /// Whether nothing of others that ask for the same and are as urgent has waited longer.
    private boolean waitsLongest(int task) {
      return firsts().stream()
          .filter(other -> asks(other).equals(asks(task)) && priority(other) == priority(task))
          .min(byIdleness())
          .orElseThrow()
          .equals(task);
    }

    private Comparator<Integer> byIdleness() {
      return Comparator.comparingLong(this::idleSince).thenComparing(byAge());
    }

    private boolean slotFor(int task) {
      return asks(task).keySet().stream()
          .filter(net.slots::contains)
          .allMatch(slots -> inLane(task) < 3L * (sizes.get(slots) - held(slots)));
    }

    /// How many of the workflow run that hold the same kind of slot, or none as it.
    private long inLane(int task) {
      int workflow = net.jobs.get(task).course();
      return running.stream()
          .filter(one -> net.jobs.get(one).course() == workflow && lane(one) == lane(task))
          .count();
    }

    private int lane(int task) {
      return asks(task).keySet().stream().filter(net.slots::contains).findFirst().orElse(-1);
    }

    private List<Integer> firsts() {
      var firsts = new HashMap<Integer, Integer>();
      for (int task : waiting) firsts.putIfAbsent(kind[task], task);
      return List.copyOf(firsts.values());
    }

    private Comparator<Integer> byAge() {
      return Comparator.<Integer>comparingLong(task -> since[task]).thenComparing(task -> task);
    }

    private Map<Integer, Integer> asks(int task) {
      return net.jobs.get(task).asks();
    }

    private int priority(int task) {
      return net.jobs.get(task).priority();
    }

    private long cost(int task) {
      return (inLane(task) + 1) << (5 - priority(task));
    }

    private long idleSince(int task) {
      return Math.max(since[task], served.getOrDefault(kind[task], Long.MIN_VALUE));
    }

    private int held(int pool) {
      return running.stream().mapToInt(task -> asks(task).getOrDefault(pool, 0)).sum();
    }

    private boolean fits(int task) {
      return asks(task).entrySet().stream()
          .allMatch(ask -> sizes.get(ask.getKey()) - held(ask.getKey()) >= ask.getValue());
    }

    private boolean everFits(int task) {
      return asks(task).entrySet().stream()
          .allMatch(ask -> sizes.get(ask.getKey()) >= ask.getValue());
    }
  }
}
