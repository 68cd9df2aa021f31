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
/// Two things are simpler. A task that waits for locks alone is passed as one that waits for pools
/// is; and of peers of a lower priority only the one that has waited longest is looked at, whether
/// a slot is left for it or not.
final class Waiting {
  private static final int HIGHEST = 5;

  private final Kinds kinds;
  private final Room room;
  private final Lines lines;
  private final Elders elders;
  private final int[] peers;
  private final int[] priority;
  private final boolean[] alone;
  // Where it is counted how many slots the workflow of a kind holds, of those that the kind wants.
  private final int[] counted;
  private final int[] held;
  private final int[][] compared;
  private final long[] served;
  private final OrderedHeap[] turns;
  private final OrderedHeap[] idle;
  private final boolean alike;
  private final boolean[] candidate;
  private final int[] candidates;
  private final int[] candidatesAlone;
  private int open;
  private int openAlone;

  /// @param kind of each task
  /// @param since when each task began to wait; kept by the draw
  Waiting(Net net, int[] kind, long[] since) {
    this.kinds = new Kinds(net.kinds);
    this.peers = kinds.peers;
    this.priority = kinds.priority;
    this.room = new Room(net.sizes, net.slots, kinds.asks);
    this.lines = new Lines(kinds.count(), kind, since);
    this.elders = new Elders(kinds, room, lines, this::slotFor);
    this.counted = counted(net);
    this.held = new int[(net.slots.size() + 1) * (net.workflows() + 1)];
    this.served = new long[kinds.count()];
    this.alone = alone(net.workflows() + 1);
    this.compared = compared();
    this.alike = kinds.areAlike();
    this.turns = new OrderedHeap[kinds.groups()];
    this.idle = new OrderedHeap[kinds.groups()];
    var placesOfTurns = OrderedHeap.places(kinds.count());
    var placesOfIdle = OrderedHeap.places(kinds.count());
    Arrays.setAll(turns, _ -> new OrderedHeap(this::goesBefore, placesOfTurns));
    Arrays.setAll(idle, _ -> new OrderedHeap(this::waitedLonger, placesOfIdle));
    this.candidate = new boolean[kinds.groups()];
    this.candidates = new int[kinds.groups()];
    this.candidatesAlone = new int[kinds.groups()];
  }

  private int[] counted(Net net) {
    var found = new int[kinds.count()];
    int workflows = net.workflows() + 1;
    for (int kind = 0; kind < found.length; kind++) {
      int lane = net.slots.indexOf(room.slots(peers[kind])) + 1;
      found[kind] = lane * workflows + kinds.workflow[kind];
    }
    return found;
  }

  /// Kinds stand alone that share no pool with another, and of whose workflow all others do too:
  /// whether one of them goes decides nothing about the rest, so nobody is compared with it.
  private boolean[] alone(int workflows) {
    var shares = new boolean[workflows];
    for (int pool = 0; pool < room.pools(); pool++) {
      var users = room.users(pool);
      long sharing = Arrays.stream(users).mapToLong(each -> kinds.members[each].length).sum();
      for (int each : users) {
        if (sharing < 2 && room.slots(each) == Net.NONE) continue;
        for (int kind : kinds.members[each]) shares[kinds.workflow[kind]] = true;
      }
    }
    var found = new boolean[kinds.groups()];
    for (int kind = 0; kind < kinds.count(); kind++) {
      found[peers[kind]] = !shares[kinds.workflow[kind]];
    }
    return found;
  }

  /// The kinds that have peers, by where their slots are counted.
  private int[][] compared() {
    var found = new IntStream.Builder[held.length];
    Arrays.setAll(found, _ -> IntStream.builder());
    for (int kind = 0; kind < kinds.count(); kind++) {
      if (kinds.members[peers[kind]].length > 1) found[counted[kind]].add(kind);
    }
    return Arrays.stream(found).map(each -> each.build().toArray()).toArray(int[][]::new);
  }

  void clear() {
    room.clear();
    lines.clear();
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
    for (int each : room.users(pool)) consider(each);
  }

  void add(int kind, int task) {
    boolean first = lines.isEmpty(kind);
    lines.add(kind, task);
    if (first && !alone[peers[kind]]) {
      turns[peers[kind]].add(kind);
      if (!alike) idle[peers[kind]].add(kind);
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
      return;
    }
    holds(kind, -1);
    for (int ask = room.firstAsk(own); ask < room.lastAsk(own); ask++) {
      for (int each : room.users(room.pool(ask))) consider(each);
    }
  }

  private void holds(int kind, int more) {
    held[counted[kind]] += more;
    for (int each : compared[counted[kind]]) turns[peers[each]].moved(each);
  }

  private boolean slotFor(int kind) {
    return room.slotFor(peers[kind], held[counted[kind]]);
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
      if (!lines.isEmpty(kind) && room.fits(each)) {
        hold(kind);
        return lines.remove(kind);
      }
      candidate[each] = false;
      openAlone--;
    }
    return open == 0 ? Net.NONE : nextOfShared(now);
  }

  private int nextOfShared(long now) {
    elders.lookAnew();
    int best = best(now);
    if (best == Net.NONE) return Net.NONE;
    return begins(alike ? best : overdue(best, now), now);
  }

  private int begins(int kind, long now) {
    int task = lines.remove(kind);
    served[kind] = now;
    if (lines.isEmpty(kind)) {
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

  /// Who goes first of those that may go. Who finds no room is no candidate until some of it is
  /// given back.
  private int best(long now) {
    int best = Net.NONE;
    for (int at = 0; at < open; ) {
      int each = candidates[at];
      if (turns[each].isEmpty() || !room.fits(each) || !slotFor(turns[each].first())) {
        candidate[each] = false;
        candidates[at] = candidates[--open];
        continue;
      }
      at++;
      int first = turns[each].first();
      boolean better = best == Net.NONE || goesBefore(first, best);
      if (better && !elders.keepOut(each, now)) best = first;
    }
    return best;
  }

  private boolean goesBefore(int kind, int other) {
    long one = cost(kind);
    long two = cost(other);
    if (one != two) return one < two;
    int urgency = priority[peers[kind]];
    int otherUrgency = priority[peers[other]];
    return urgency == otherUrgency ? lines.older(kind, other) : urgency > otherUrgency;
  }

  private long cost(int kind) {
    return (held[counted[kind]] + 1L) << (HIGHEST - priority[peers[kind]]);
  }

  /// The kind of a lower priority that has waited so long that it goes first once, or else this
  /// one.
  private int overdue(int best, long now) {
    int chosen = best;
    for (int at = 0; at < open; at++) {
      int each = candidates[at];
      int steps = priority[peers[best]] - priority[each];
      if (steps <= 0) continue;
      int kind = idle[each].first();
      if (idleSince(kind) + Elders.STEP * steps > now) continue;
      if (chosen != best && !waitedLonger(kind, chosen)) continue;
      if (slotFor(kind) && !elders.keepOut(each, now)) chosen = kind;
    }
    return chosen;
  }

  private long idleSince(int kind) {
    return Math.max(served[kind], lines.since(kind));
  }

  private boolean waitedLonger(int kind, int other) {
    long one = idleSince(kind);
    long two = idleSince(other);
    return one == two ? lines.older(kind, other) : one < two;
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
