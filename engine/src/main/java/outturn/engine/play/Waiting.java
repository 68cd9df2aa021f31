package outturn.engine.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;

/// The tasks that wait for pools in a draw, and who of them is next; the rules are those of
/// [outturn.engine.pool.Capacity].
///
/// Two things are simpler. What a workflow holds is counted by its tasks that hold anything, of
/// whatever lane; and a task that waits for locks alone is passed as one that waits for pools is.
final class Waiting {
  private static final long PATIENCE = 5 * 60_000L;
  private static final long STEP = 10 * 60_000L;
  private static final int HIGHEST = 5;

  private final int[] sizes;
  private final int[] free;
  private final int[] givers;
  private final long[] given;
  // What a kind asks for stands from its place up to that of the next.
  private final int[] asksFrom;
  private final int[] pools;
  private final int[] amounts;
  // The pool of a kind that asks for one alone, or none.
  private final int[] only;
  private final int[] priority;
  private final int[] workflow;
  private final int[][] users;
  private final boolean[] mixed;
  private final boolean[] alone;
  private final int[][] queues;
  private final int[] heads;
  private final int[] lengths;
  private final long[] served;
  private final int[] held;
  private final int[] candidates;
  private final boolean[] candidate;
  private final long[] since;
  private final int[] firstSizes;
  private final int urgencies;
  private final int[] ready;
  private int open;
  private int openAlone;

  /// @param kind of each task
  /// @param since when each task began to wait; kept by the draw
  Waiting(Net net, int[] kind, long[] since) {
    int kinds = net.kinds.size();
    this.since = since;
    this.firstSizes = net.sizes.stream().mapToInt(Integer::intValue).toArray();
    this.sizes = firstSizes.clone();
    this.free = firstSizes.clone();
    this.givers = new int[sizes.length];
    this.given = new long[sizes.length];
    this.asksFrom = new int[kinds + 1];
    for (int each = 0; each < kinds; each++) {
      asksFrom[each + 1] = asksFrom[each] + net.kinds.get(each).asks().size();
    }
    this.pools = new int[asksFrom[kinds]];
    this.amounts = new int[asksFrom[kinds]];
    this.only = new int[kinds];
    this.urgencies = (int) net.kinds.stream().mapToInt(Net.Kind::priority).distinct().count();
    this.priority = net.kinds.stream().mapToInt(Net.Kind::priority).toArray();
    this.workflow = net.kinds.stream().mapToInt(Net.Kind::workflow).toArray();
    this.queues = new int[kinds][];
    this.heads = new int[kinds];
    this.lengths = new int[kinds];
    this.served = new long[kinds];
    this.held = new int[net.workflows() + 1];
    this.candidates = new int[kinds];
    this.candidate = new boolean[kinds];
    this.users = new int[sizes.length][];
    this.mixed = new boolean[sizes.length];
    for (int each = 0; each < kinds; each++) describe(net, each, kind);
    this.alone = new boolean[kinds];
    this.ready = new int[kinds];
    for (int pool = 0; pool < sizes.length; pool++) uses(pool);
    standAlone();
  }

  private void describe(Net net, int each, int[] kind) {
    var asks = net.kinds.get(each).asks();
    int at = asksFrom[each];
    for (var ask : new TreeMap<>(asks).entrySet()) {
      pools[at] = ask.getKey();
      amounts[at++] = ask.getValue();
    }
    only[each] = asks.size() == 1 ? pools[asksFrom[each]] : Net.NONE;
    int members = (int) Arrays.stream(kind).filter(one -> one == each).count();
    queues[each] = new int[members];
  }

  private void uses(int pool) {
    var found = new ArrayList<Integer>();
    for (int kind = 0; kind < queues.length; kind++) {
      for (int at = asksFrom[kind]; at < asksFrom[kind + 1]; at++) {
        if (pools[at] != pool) continue;
        found.add(kind);
        mixed[pool] |= asksFrom[kind + 1] - asksFrom[kind] > 1 || amounts[at] > 1;
      }
    }
    users[pool] = found.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Kinds stand alone that share no pool with another, and of whose workflow all others do too:
  /// whether one of them goes decides nothing about the rest, so nobody is compared with it.
  private void standAlone() {
    var shares = new boolean[held.length];
    for (int[] kinds : users) {
      if (kinds.length < 2) continue;
      for (int kind : kinds) shares[workflow[kind] + 1] = true;
    }
    for (int kind = 0; kind < alone.length; kind++) alone[kind] = !shares[workflow[kind] + 1];
  }

  void clear() {
    System.arraycopy(firstSizes, 0, sizes, 0, sizes.length);
    System.arraycopy(firstSizes, 0, free, 0, free.length);
    Arrays.fill(givers, Net.NONE);
    Arrays.fill(given, Long.MIN_VALUE);
    Arrays.fill(heads, 0);
    Arrays.fill(lengths, 0);
    Arrays.fill(served, Long.MIN_VALUE);
    Arrays.fill(held, 0);
    Arrays.fill(candidate, false);
    open = 0;
    openAlone = 0;
  }

  void resize(int pool, int size, long now) {
    free[pool] += size - sizes[pool];
    sizes[pool] = size;
    givers[pool] = Net.NONE;
    given[pool] = now;
    changed(pool);
  }

  void add(int kind, int task) {
    var queue = queues[kind];
    int place = heads[kind] + lengths[kind]++;
    queue[place < queue.length ? place : place - queue.length] = task;
    consider(kind);
  }

  void hold(int kind) {
    held[workflow[kind] + 1]++;
    if (only[kind] != Net.NONE) {
      free[only[kind]] -= amounts[asksFrom[kind]];
      return;
    }
    for (int at = asksFrom[kind]; at < asksFrom[kind + 1]; at++) free[pools[at]] -= amounts[at];
  }

  /// An attempt gives back what it holds.
  void release(int kind, int episode, long now) {
    for (int at = asksFrom[kind]; at < asksFrom[kind + 1]; at++) {
      int pool = pools[at];
      free[pool] += amounts[at];
      givers[pool] = episode;
      given[pool] = now;
      changed(pool);
    }
    held[workflow[kind] + 1]--;
  }

  private void changed(int pool) {
    var kinds = users[pool];
    for (int kind : kinds) consider(kind);
  }

  private void consider(int kind) {
    if (lengths[kind] == 0 || candidate[kind]) return;
    candidate[kind] = true;
    if (alone[kind]) ready[openAlone++] = kind;
    else candidates[open++] = kind;
  }

  /// The task that begins now; it holds what it asks for from now on. None when there is no more.
  int next(long now) {
    while (openAlone > 0) {
      int kind = ready[openAlone - 1];
      if (lengths[kind] > 0 && fits(kind)) return begins(kind);
      candidate[kind] = false;
      openAlone--;
    }
    return open == 0 ? Net.NONE : nextOfShared(now);
  }

  /// The first of a kind begins.
  private int begins(int kind) {
    int task = head(kind);
    if (++heads[kind] == queues[kind].length) heads[kind] = 0;
    lengths[kind]--;
    hold(kind);
    return task;
  }

  private int nextOfShared(long now) {
    int best = best(now);
    if (best == Net.NONE) return Net.NONE;
    if (urgencies > 1) best = overdue(best, now);
    int task = begins(best);
    boolean first = since[task] + PATIENCE < now;
    served[best] = now;
    // Who was kept out for this one may go now.
    if (first) {
      for (int at = asksFrom[best]; at < asksFrom[best + 1]; at++)
        if (mixed[pools[at]]) changed(pools[at]);
    }
    return task;
  }

  private int best(long now) {
    int best = Net.NONE;
    for (int at = 0; at < open; ) {
      int kind = candidates[at];
      if (lengths[kind] > 0 && fits(kind) && !kept(kind, now)) {
        if (best == Net.NONE || goesBefore(kind, best)) best = kind;
        at++;
      } else {
        candidate[kind] = false;
        candidates[at] = candidates[--open];
      }
    }
    return best;
  }

  private int head(int kind) {
    return queues[kind][heads[kind]];
  }

  private boolean fits(int kind) {
    if (only[kind] != Net.NONE) return free[only[kind]] >= amounts[asksFrom[kind]];
    for (int at = asksFrom[kind]; at < asksFrom[kind + 1]; at++) {
      if (free[pools[at]] < amounts[at]) return false;
    }
    return true;
  }

  private boolean goesBefore(int kind, int other) {
    long one = cost(kind);
    long two = cost(other);
    if (one != two) return one < two;
    if (priority[kind] != priority[other]) return priority[kind] > priority[other];
    return older(kind, other);
  }

  private long cost(int kind) {
    return (held[workflow[kind] + 1] + 1L) << (HIGHEST - priority[kind]);
  }

  /// Whether the first of one kind has waited longer than that of another.
  private boolean older(int kindOfOne, int kindOfTwo) {
    int one = head(kindOfOne);
    int two = head(kindOfTwo);
    return since[one] != since[two] ? since[one] < since[two] : one < two;
  }

  /// The kind of a lower priority that has waited so long that it goes first once, or else this
  /// one.
  private int overdue(int best, long now) {
    int chosen = best;
    long longest = Long.MAX_VALUE;
    for (int at = 0; at < open; at++) {
      int kind = candidates[at];
      if (priority[kind] >= priority[best]) continue;
      long idle = Math.max(served[kind], since[head(kind)]);
      if (idle + STEP * (priority[best] - priority[kind]) > now || idle >= longest) continue;
      longest = idle;
      chosen = kind;
    }
    return chosen;
  }

  /// Whether somebody who has waited too long keeps one of its pools.
  private boolean kept(int kind, long now) {
    for (int at = asksFrom[kind]; at < asksFrom[kind + 1]; at++) {
      int pool = pools[at];
      if (!mixed[pool]) continue;
      for (int other : users[pool]) {
        if (other == kind || lengths[other] == 0 || !older(other, kind)) continue;
        long waited = now - since[head(other)];
        int steps = Math.max(0, priority[kind] - priority[other]);
        if (waited > PATIENCE + STEP * steps && everFits(other)) return true;
      }
    }
    return false;
  }

  private boolean everFits(int kind) {
    for (int at = asksFrom[kind]; at < asksFrom[kind + 1]; at++) {
      if (sizes[pools[at]] < amounts[at]) return false;
    }
    return true;
  }

  /// The pool of a kind that was given back last.
  int lastGiven(int kind) {
    if (only[kind] != Net.NONE) return only[kind];
    int last = pools[asksFrom[kind]];
    for (int at = asksFrom[kind]; at < asksFrom[kind + 1]; at++) {
      if (given[pools[at]] > given[last]) last = pools[at];
    }
    return last;
  }

  /// When that was.
  long given(int pool) {
    return given[pool];
  }

  /// The attempt that gave it back last; none when it was resized after.
  int giver(int pool) {
    return givers[pool];
  }

  /// A pool that has too little for this kind even when nobody holds of it, or none.
  int tooSmall(int kind) {
    for (int at = asksFrom[kind]; at < asksFrom[kind + 1]; at++) {
      if (sizes[pools[at]] < amounts[at]) return pools[at];
    }
    return Net.NONE;
  }
}
