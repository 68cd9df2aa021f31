package outturn.engine.play;

import java.util.Arrays;

/// Who has waited longest for each mixed pool in a draw: after a while nobody that wants the pool
/// passes them.
///
/// Those for which the pools are too small even when they are free keep nobody out.
final class Elders {
  static final long PATIENCE = 5 * 60_000L;

  /// So long a wait is worth one step of priority.
  static final long STEP = 10 * 60_000L;

  private final Kinds kinds;
  private final Room room;
  private final Queues queues;
  private final int[] priorities;
  private final int[] level;
  // A kind has a place in the heap of each pool that it asks for: one after the other.
  private final int[] placesFrom;
  private final int[] owner;
  private final OrderedHeap[][] heaps;
  private final boolean[] fitting;

  Elders(Kinds kinds, Room room, Queues queues) {
    this.kinds = kinds;
    this.room = room;
    this.queues = queues;
    this.priorities = kinds.priorities();
    this.level =
        Arrays.stream(kinds.priority).map(each -> Arrays.binarySearch(priorities, each)).toArray();
    this.placesFrom = new int[kinds.count() + 1];
    for (int kind = 0; kind < kinds.count(); kind++) {
      placesFrom[kind + 1] = placesFrom[kind] + kinds.asks.get(kinds.peers[kind]).size();
    }
    this.owner = new int[placesFrom[kinds.count()]];
    for (int kind = 0; kind < kinds.count(); kind++) {
      Arrays.fill(owner, placesFrom[kind], placesFrom[kind + 1], kind);
    }
    this.fitting = new boolean[kinds.groups()];
    this.heaps = heaps();
  }

  private OrderedHeap[][] heaps() {
    var places = OrderedHeap.places(owner.length);
    var made = new OrderedHeap[room.pools()][];
    for (int pool = 0; pool < made.length; pool++) {
      made[pool] = new OrderedHeap[keepsOut(pool) ? priorities.length : 0];
      Arrays.setAll(made[pool], _ -> new OrderedHeap(this::older, places));
    }
    return made;
  }

  /// Whether somebody can be kept out of a pool: not where all are of one kind.
  private boolean keepsOut(int pool) {
    var users = room.users(pool);
    boolean shared = Arrays.stream(users).map(peers -> kinds.members[peers].length).sum() > 1;
    return shared && room.mixed(pool);
  }

  private boolean older(int place, int other) {
    return queues.older(owner[place], owner[other]);
  }

  void clear() {
    for (var ofPool : heaps) for (var heap : ofPool) heap.clear();
    for (int peers = 0; peers < fitting.length; peers++) fitting[peers] = everFits(peers);
  }

  private boolean everFits(int peers) {
    return room.tooSmall(peers) == Net.NONE;
  }

  /// The first of a kind begins to wait.
  void add(int kind) {
    int peers = kinds.peers[kind];
    if (!fitting[peers]) return;
    int place = placesFrom[kind];
    for (int ask = room.firstAsk(peers); ask < room.lastAsk(peers); ask++, place++) {
      int pool = room.pool(ask);
      if (heaps[pool].length > 0) heaps[pool][level[peers]].add(place);
    }
  }

  /// None of a kind waits any more.
  void remove(int kind) {
    int peers = kinds.peers[kind];
    int place = placesFrom[kind];
    for (int ask = room.firstAsk(peers); ask < room.lastAsk(peers); ask++, place++) {
      int pool = room.pool(ask);
      if (heaps[pool].length > 0) heaps[pool][level[peers]].remove(place);
    }
  }

  /// Another is the first of a kind.
  void moved(int kind) {
    int peers = kinds.peers[kind];
    int place = placesFrom[kind];
    for (int ask = room.firstAsk(peers); ask < room.lastAsk(peers); ask++, place++) {
      int pool = room.pool(ask);
      if (heaps[pool].length > 0) heaps[pool][level[peers]].moved(place);
    }
  }

  /// A pool has another size.
  void resized(int pool) {
    for (int peers : room.users(pool)) {
      boolean fits = everFits(peers);
      if (fits == fitting[peers]) continue;
      fitting[peers] = fits;
      for (int kind : kinds.members[peers]) {
        if (queues.isEmpty(kind)) continue;
        if (fits) add(kind);
        else remove(kind);
      }
    }
  }

  /// The kind whose first has waited so long for a pool that no younger one of this priority passes
  /// it, or none.
  int first(int pool, int priority, long now) {
    int oldest = Net.NONE;
    for (int each = 0; each < heaps[pool].length; each++) {
      var heap = heaps[pool][each];
      if (heap.isEmpty()) continue;
      int kind = owner[heap.first()];
      long patience = PATIENCE + STEP * Math.max(0, priority - priorities[each]);
      if (now - queues.since(kind) <= patience) continue;
      if (oldest == Net.NONE || queues.older(kind, oldest)) oldest = kind;
    }
    return oldest;
  }
}
