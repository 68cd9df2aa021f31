package outturn.engine.play;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The tasks that wait for pools in a draw, and who of them is next; the rules are those of
/// [outturn.engine.pool.Capacity].
///
/// Of peers only one is looked at: for all of them there is room, or for none, and a heap tells
/// whose turn it is. So a grant takes as long before a pool for which thousands of workflows wait
/// as before any other.
///
/// Two things are simpler. What a workflow holds is counted by its tasks that hold anything, of
/// whatever lane; and a task that waits for locks alone is passed as one that waits for pools is.
final class Waiting {
  private static final int HIGHEST = 5;

  private final Kinds kinds;
  private final Room room;
  private final Queues queues;
  private final Elders elders;
  private final int[] peers;
  private final int[] priority;
  private final boolean[] alone;
  private final int[][] compared;
  private final int[] held;
  private final long[] served;
  private final OrderedHeap[] turns;
  private final OrderedHeap[] idle;
  private final int[] priorities;
  private final boolean[] candidate;
  private final int[] candidates;
  private final int[] candidatesAlone;
  // Who goes first of candidates because it is an elder, or none.
  private final int[] elder;
  private int open;
  private int openAlone;

  /// @param kind of each task
  /// @param since when each task began to wait; kept by the draw
  Waiting(Net net, int[] kind, long[] since) {
    this.kinds = new Kinds(net.kinds);
    this.peers = kinds.peers;
    this.priority = kinds.priority;
    this.room = new Room(net.sizes, kinds.asks);
    this.queues = new Queues(kinds.count(), kind, since);
    this.elders = new Elders(kinds, room, queues);
    this.held = new int[net.workflows() + 1];
    this.served = new long[kinds.count()];
    this.alone = alone();
    this.compared = compared();
    this.priorities = kinds.priorities();
    this.turns = new OrderedHeap[kinds.groups()];
    this.idle = new OrderedHeap[kinds.groups()];
    var placesOfTurns = OrderedHeap.places(kinds.count());
    var placesOfIdle = OrderedHeap.places(kinds.count());
    Arrays.setAll(turns, _ -> new OrderedHeap(this::goesBefore, placesOfTurns));
    Arrays.setAll(idle, _ -> new OrderedHeap(this::waitedLonger, placesOfIdle));
    this.candidate = new boolean[kinds.groups()];
    this.candidates = new int[kinds.groups()];
    this.candidatesAlone = new int[kinds.groups()];
    this.elder = new int[kinds.groups()];
  }

  /// Kinds stand alone that share no pool with another, and of whose workflow all others do too:
  /// whether one of them goes decides nothing about the rest, so nobody is compared with it.
  private boolean[] alone() {
    var shares = new boolean[held.length];
    for (int pool = 0; pool < room.pools(); pool++) {
      var users = room.users(pool);
      long sharing = Arrays.stream(users).mapToLong(each -> kinds.members[each].length).sum();
      if (sharing < 2) continue;
      for (int each : users) {
        for (int kind : kinds.members[each]) shares[kinds.workflow[kind]] = true;
      }
    }
    var found = new boolean[kinds.groups()];
    for (int kind = 0; kind < kinds.count(); kind++) {
      found[peers[kind]] = !shares[kinds.workflow[kind]];
    }
    return found;
  }

  /// For each workflow the kinds of it that have peers.
  private int[][] compared() {
    var found = new IntStream.Builder[held.length];
    Arrays.setAll(found, _ -> IntStream.builder());
    for (int kind = 0; kind < kinds.count(); kind++) {
      if (kinds.members[peers[kind]].length > 1) found[kinds.workflow[kind]].add(kind);
    }
    return Arrays.stream(found).map(each -> each.build().toArray()).toArray(int[][]::new);
  }

  void clear() {
    room.clear();
    queues.clear();
    elders.clear();
    for (var each : turns) each.clear();
    for (var each : idle) each.clear();
    Arrays.fill(held, 0);
    Arrays.fill(served, Long.MIN_VALUE);
    Arrays.fill(candidate, false);
    open = 0;
    openAlone = 0;
  }

  void resize(int pool, int size, long now) {
    room.resize(pool, size, now);
    elders.resized(pool);
    // Who is too large from now on, or no more, kept or keeps others out of other pools too.
    for (int each : room.users(pool)) changedFor(each, now);
  }

  void add(int kind, int task) {
    boolean first = queues.isEmpty(kind);
    queues.add(kind, task);
    if (first && !alone[peers[kind]]) {
      turns[peers[kind]].add(kind);
      if (priorities.length > 1) idle[peers[kind]].add(kind);
      elders.add(kind);
    }
    consider(peers[kind]);
  }

  void hold(int kind) {
    room.take(peers[kind]);
    if (!alone[peers[kind]]) holds(kind, 1);
  }

  /// An attempt gives back what it holds.
  void release(int kind, int episode, long now) {
    int own = peers[kind];
    room.giveBack(own, episode, now);
    if (alone[own]) {
      consider(own);
    } else {
      holds(kind, -1);
      changedFor(own, now);
    }
  }

  private void holds(int kind, int more) {
    int workflow = kinds.workflow[kind];
    held[workflow] += more;
    for (int each : compared[workflow]) turns[peers[each]].moved(each);
  }

  /// The pools that peers ask for have changed. Where somebody has waited too long for one, nobody
  /// else has to be looked at.
  private void changedFor(int own, long now) {
    for (int ask = room.firstAsk(own); ask < room.lastAsk(own); ask++) changed(room.pool(ask), now);
  }

  private void changed(int pool, long now) {
    for (int urgency : priorities) {
      int first = elders.first(pool, urgency, now);
      if (first == Net.NONE) {
        for (int each : room.users(pool)) consider(each);
        return;
      }
      consider(peers[first]);
    }
  }

  private void consider(int each) {
    if (candidate[each]) return;
    candidate[each] = true;
    if (alone[each]) candidatesAlone[openAlone++] = each;
    else candidates[open++] = each;
  }

  /// The task that begins now; it holds what it asks for from now on. None when there is no more.
  int next(long now) {
    while (openAlone > 0) {
      int each = candidatesAlone[openAlone - 1];
      int kind = kinds.members[each][0];
      if (!queues.isEmpty(kind) && room.fits(each)) {
        hold(kind);
        return queues.remove(kind);
      }
      candidate[each] = false;
      openAlone--;
    }
    return open == 0 ? Net.NONE : nextOfShared(now);
  }

  private int nextOfShared(long now) {
    int best = best(now);
    if (best == Net.NONE) return Net.NONE;
    if (priorities.length > 1) best = overdue(best, now);
    boolean keptOthersOut = queues.since(best) + Elders.PATIENCE < now;
    int task = begins(best, now);
    if (keptOthersOut) changedFor(peers[best], now);
    return task;
  }

  private int begins(int kind, long now) {
    int task = queues.remove(kind);
    served[kind] = now;
    if (queues.isEmpty(kind)) {
      turns[peers[kind]].remove(kind);
      idle[peers[kind]].remove(kind);
      elders.remove(kind);
    } else {
      turns[peers[kind]].moved(kind);
      idle[peers[kind]].moved(kind);
      elders.moved(kind);
    }
    hold(kind);
    return task;
  }

  /// Who goes first of those that may go.
  private int best(long now) {
    int best = Net.NONE;
    for (int at = 0; at < open; ) {
      int each = candidates[at];
      if (mayGo(each, now)) {
        int kind = elder[each] == Net.NONE ? turns[each].first() : elder[each];
        if (best == Net.NONE || goesBefore(kind, best)) best = kind;
        at++;
      } else {
        candidate[each] = false;
        candidates[at] = candidates[--open];
      }
    }
    return best;
  }

  /// Whether one of the peers may go. Where somebody has waited too long for one of their pools,
  /// only this one may.
  private boolean mayGo(int each, long now) {
    elder[each] = Net.NONE;
    if (turns[each].isEmpty() || !room.fits(each)) return false;
    for (int ask = room.firstAsk(each); ask < room.lastAsk(each); ask++) {
      int first = elders.first(room.pool(ask), priority[each], now);
      if (first == Net.NONE) continue;
      if (peers[first] != each) return false;
      elder[each] = first;
    }
    return true;
  }

  private boolean goesBefore(int kind, int other) {
    long one = cost(kind);
    long two = cost(other);
    if (one != two) return one < two;
    int urgency = priority[peers[kind]];
    int otherUrgency = priority[peers[other]];
    return urgency == otherUrgency ? queues.older(kind, other) : urgency > otherUrgency;
  }

  private long cost(int kind) {
    return (held[kinds.workflow[kind]] + 1L) << (HIGHEST - priority[peers[kind]]);
  }

  /// The kind of a lower priority that has waited so long that it goes first once, or else this
  /// one.
  private int overdue(int best, long now) {
    int chosen = best;
    for (int at = 0; at < open; at++) {
      int each = candidates[at];
      int steps = priority[peers[best]] - priority[each];
      if (steps <= 0) continue;
      int kind = elder[each] == Net.NONE ? idle[each].first() : elder[each];
      if (idleSince(kind) + Elders.STEP * steps > now) continue;
      if (chosen == best || waitedLonger(kind, chosen)) chosen = kind;
    }
    return chosen;
  }

  private long idleSince(int kind) {
    return Math.max(served[kind], queues.since(kind));
  }

  private boolean waitedLonger(int kind, int other) {
    long one = idleSince(kind);
    long two = idleSince(other);
    return one == two ? queues.older(kind, other) : one < two;
  }

  /// The pool of a kind that was given back last.
  int lastGiven(int kind) {
    return room.lastGiven(peers[kind]);
  }

  /// When that was.
  long given(int pool) {
    return room.given(pool);
  }

  /// The attempt that gave it back last; none when it was resized after.
  int giver(int pool) {
    return room.giver(pool);
  }

  /// A pool that has too little for this kind even when nobody holds of it, or none.
  int tooSmall(int kind) {
    return room.tooSmall(peers[kind]);
  }
}
