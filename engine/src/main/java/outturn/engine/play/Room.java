package outturn.engine.play;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/// What is free of each pool in a draw, and who gave it back.
///
/// Of a worker's slots one workflow holds less than [#GREED] times as many as are free then, so
/// that it does not take the last ones; see [outturn.engine.pool.Capacity].
final class Room {
  private static final int GREED = 3;

  private final int[] firstSizes;
  private final int[] sizes;
  private final int[] free;
  private final int[] givers;
  private final long[] given;
  // What peers ask for stands from their place up to that of the next.
  private final int[] asksFrom;
  private final int[] pools;
  private final int[] amounts;
  // The pool of peers that ask for one alone, or none.
  private final int[] only;
  // The slots among what peers ask for, or none.
  private final int[] slots;
  private final int[][] users;

  /// @param slots the pools that are slots of workers
  /// @param peers what each ask for: how many of which pool
  Room(List<Integer> sizes, Collection<Integer> slots, List<SortedMap<Integer, Integer>> peers) {
    this.firstSizes = sizes.stream().mapToInt(Integer::intValue).toArray();
    this.sizes = firstSizes.clone();
    this.free = firstSizes.clone();
    this.givers = new int[firstSizes.length];
    this.given = new long[firstSizes.length];
    this.asksFrom = new int[peers.size() + 1];
    for (int each = 0; each < peers.size(); each++) {
      asksFrom[each + 1] = asksFrom[each] + peers.get(each).size();
    }
    this.pools = peers.stream().flatMap(asks -> asks.keySet().stream()).mapToInt(i -> i).toArray();
    this.amounts =
        peers.stream().flatMap(asks -> asks.values().stream()).mapToInt(i -> i).toArray();
    this.only =
        peers.stream().mapToInt(asks -> asks.size() == 1 ? asks.firstKey() : Net.NONE).toArray();
    this.slots =
        peers.stream()
            .mapToInt(
                asks -> asks.keySet().stream().filter(slots::contains).findFirst().orElse(Net.NONE))
            .toArray();
    this.users = users();
  }

  private int[][] users() {
    var counts = new int[firstSizes.length];
    for (int pool : pools) counts[pool]++;
    var found = new int[firstSizes.length][];
    Arrays.setAll(found, pool -> new int[counts[pool]]);
    for (int peers = 0; peers < only.length; peers++) {
      for (int at = asksFrom[peers]; at < asksFrom[peers + 1]; at++) {
        found[pools[at]][--counts[pools[at]]] = peers;
      }
    }
    return found;
  }

  void clear() {
    System.arraycopy(firstSizes, 0, sizes, 0, sizes.length);
    System.arraycopy(firstSizes, 0, free, 0, free.length);
    Arrays.fill(givers, Net.NONE);
    Arrays.fill(given, Long.MIN_VALUE);
  }

  void resize(int pool, int size, long now) {
    free[pool] += size - sizes[pool];
    sizes[pool] = size;
    givers[pool] = Net.NONE;
    given[pool] = now;
  }

  /// How many pools there are.
  int pools() {
    return firstSizes.length;
  }

  /// Who ask for a pool.
  int[] users(int pool) {
    return users[pool];
  }

  /// The slots that peers ask for, or none.
  int slots(int peers) {
    return slots[peers];
  }

  /// The place of the first pool that peers ask for; those of the others follow, up to the
  /// [#lastAsk].
  int firstAsk(int peers) {
    return asksFrom[peers];
  }

  /// The place after that of the last pool that peers ask for.
  int lastAsk(int peers) {
    return asksFrom[peers + 1];
  }

  int pool(int ask) {
    return pools[ask];
  }

  /// One of the peers has what it asks for from now on.
  void take(int peers) {
    if (only[peers] != Net.NONE) {
      free[only[peers]] -= amounts[asksFrom[peers]];
      return;
    }
    for (int at = asksFrom[peers]; at < asksFrom[peers + 1]; at++) free[pools[at]] -= amounts[at];
  }

  void giveBack(int peers, int episode, long now) {
    for (int at = asksFrom[peers]; at < asksFrom[peers + 1]; at++) {
      int pool = pools[at];
      free[pool] += amounts[at];
      givers[pool] = episode;
      given[pool] = now;
    }
  }

  boolean fits(int peers) {
    if (only[peers] != Net.NONE) return free[only[peers]] >= amounts[asksFrom[peers]];
    for (int at = asksFrom[peers]; at < asksFrom[peers + 1]; at++) {
      if (free[pools[at]] < amounts[at]) return false;
    }
    return true;
  }

  /// Whether a slot is left for a workflow that holds so many of those that the peers ask for.
  boolean slotFor(int peers, int held) {
    return slots[peers] == Net.NONE || held < GREED * free[slots[peers]];
  }

  /// The pool that was given back last of those that peers ask for.
  int lastGiven(int peers) {
    if (only[peers] != Net.NONE) return only[peers];
    int last = pools[asksFrom[peers]];
    for (int at = asksFrom[peers]; at < asksFrom[peers + 1]; at++) {
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

  /// A pool that has too little for the peers even when nobody holds of it, or none.
  int tooSmall(int peers) {
    for (int at = asksFrom[peers]; at < asksFrom[peers + 1]; at++) {
      if (sizes[pools[at]] < amounts[at]) return pools[at];
    }
    return Net.NONE;
  }
}
