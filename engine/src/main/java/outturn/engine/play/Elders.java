package outturn.engine.play;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Who has waited so long for a pool in a draw that those of other queues do not pass, unless they
/// are so much more urgent.
///
/// It is the oldest of those who are first in their queue. Those for which no slot is left keep
/// nobody out, nor those for which the pools are too small even when they are free.
final class Elders {
  static final long PATIENCE = 5 * 60_000L;

  /// So long a wait is worth one step of priority.
  static final long STEP = 10 * 60_000L;

  private final Kinds kinds;
  private final Room room;
  private final Lines lines;
  private final IntPredicate slotFor;
  private final OrderedHeap[] oldest;
  // The queues of a pool that have to be compared: none where there is only one.
  private final int[][] queues;
  private final int[] elders;
  private final int[] lookedAt;
  private int look;

  /// @param slotFor whether a slot is left for a kind
  Elders(Kinds kinds, Room room, Lines lines, IntPredicate slotFor) {
    this.kinds = kinds;
    this.room = room;
    this.lines = lines;
    this.slotFor = slotFor;
    this.oldest = new OrderedHeap[kinds.queues()];
    var places = OrderedHeap.places(kinds.count());
    Arrays.setAll(oldest, _ -> new OrderedHeap(lines::older, places));
    this.queues = IntStream.range(0, room.pools()).mapToObj(this::compared).toArray(int[][]::new);
    this.elders = new int[room.pools()];
    this.lookedAt = new int[room.pools()];
  }

  private int[] compared(int pool) {
    var users = room.users(pool);
    boolean slots = users.length > 0 && room.slots(users[0]) == pool;
    var found = Arrays.stream(users).map(each -> kinds.queue[each]).distinct().toArray();
    return slots || found.length < 2 ? new int[0] : found;
  }

  void clear() {
    for (var heap : oldest) heap.clear();
  }

  /// The first of a kind begins to wait.
  void add(int kind) {
    oldest[kinds.queue[kinds.peers[kind]]].add(kind);
  }

  /// None of a kind waits any more.
  void remove(int kind) {
    oldest[kinds.queue[kinds.peers[kind]]].remove(kind);
  }

  /// Another is the first of a kind.
  void moved(int kind) {
    oldest[kinds.queue[kinds.peers[kind]]].moved(kind);
  }

  /// Something has changed, or time has gone by: from now on it is looked anew who they are.
  void lookAnew() {
    look++;
  }

  /// Whether one of a queue that has its turn has to wait for an elder of another queue.
  boolean keepOut(int peers, long now) {
    int queue = kinds.queue[peers];
    for (int ask = room.firstAsk(peers); ask < room.lastAsk(peers); ask++) {
      int elder = elder(room.pool(ask), now);
      if (elder == Net.NONE) continue;
      if (lines.older(elder, oldest[queue].first()) && !passes(peers, elder, now)) return true;
    }
    return false;
  }

  private boolean passes(int peers, int elder, long now) {
    int steps = kinds.priority[peers] - kinds.priority[kinds.peers[elder]];
    return steps > 0 && lines.since(elder) + PATIENCE + STEP * steps > now;
  }

  private int elder(int pool, long now) {
    if (queues[pool].length == 0) return Net.NONE;
    if (lookedAt[pool] != look) {
      lookedAt[pool] = look;
      elders[pool] = oldest(pool, now);
    }
    return elders[pool];
  }

  private int oldest(int pool, long now) {
    int elder = Net.NONE;
    for (int queue : queues[pool]) {
      if (oldest[queue].isEmpty()) continue;
      int first = oldest[queue].first();
      if (lines.since(first) + PATIENCE >= now) continue;
      if (elder != Net.NONE && !lines.older(first, elder)) continue;
      boolean everFits = room.tooSmall(kinds.peers[first]) == Net.NONE;
      if (everFits && slotFor.test(first)) elder = first;
    }
    return elder;
  }
}
