package outturn.engine.play;

import java.util.Arrays;

/// Plays a net through, draw by draw: whenever something happens, those that need it become ready,
/// those that find room in the pools begin, and how long each takes is drawn.
///
/// What it holds is that of the last draw. The same draw plays the same way again.
public final class Play {
  private final Net net;
  private final Table table;
  private final Lots lots;
  private final Waiting waiting;
  private final EventHeap events = new EventHeap();
  private final long seed;

  private final byte[] state;
  private final int[] needs;
  private final int[] attempt;
  private final boolean[] fails;
  private final long[] asked;
  private final long[] first;
  private final long[] start;
  private final long[] end;
  private final Episodes episodes;
  private final int[] order;
  private final Courses courses;
  private long draw;
  private int ended;
  private int told;
  private boolean telling;
  private long now;

  public Play(Net net, long seed) {
    int tasks = net.tasks();
    if (tasks + net.courses() + net.changes.size() >= EventHeap.MOST) {
      throw new IllegalArgumentException("too many tasks for a forecast: " + tasks);
    }
    this.net = net;
    this.seed = seed;
    this.table = new Table(net);
    this.lots = new Lots(net, table, seed);
    this.state = new byte[tasks];
    this.needs = new int[tasks];
    this.attempt = new int[tasks];
    this.fails = new boolean[tasks];
    this.asked = new long[tasks];
    this.first = new long[tasks];
    this.start = new long[tasks];
    this.end = new long[tasks];
    this.episodes = new Episodes(tasks);
    this.order = new int[tasks];
    this.waiting = new Waiting(net, table.kind, asked);
    this.courses = new Courses(net, table);
  }

  /// Plays one draw; what it came to can be asked until the next.
  public void draw(int number) {
    draw = Numbers.of(seed, number);
    lots.turnTo(number);
    now = 0;
    ended = 0;
    told = 0;
    begin();
    while (!events.isEmpty()) {
      now = events.time();
      while (!events.isEmpty() && events.time() == now) happen(events.remove());
      grant();
    }
  }

  private void begin() {
    events.clear();
    waiting.clear();
    courses.clear();
    episodes.clear();
    Arrays.fill(first, State.NEVER);
    Arrays.fill(start, State.NEVER);
    Arrays.fill(end, State.NEVER);
    System.arraycopy(table.needs, 0, needs, 0, needs.length);
    System.arraycopy(table.states, 0, state, 0, state.length);
    System.arraycopy(table.attempts, 0, attempt, 0, attempt.length);
    for (int each : table.atFirst) stand(each);
    for (int change = 0; change < net.changes.size(); change++) {
      long at = Math.max(0, net.changes.get(change).at());
      events.add(at, state.length + net.courses() + change);
    }
    for (int course = 0; course < net.courses(); course++) courses.begin(course, this);
    grant();
  }

  /// A task stands where it stood when the draws began.
  private void stand(int task) {
    long time = table.times[task];
    switch (state[task]) {
      case State.RUNNING -> goesOn(task, time);
      case State.DELAYED -> {
        episodes.add(task, time, Cause.BEFORE, Net.NONE);
        events.add(Math.max(0, time), task);
      }
      case State.READY -> {
        episodes.add(task, time, Cause.BEFORE, Net.NONE);
        ask(task, time);
      }
      default -> end[task] = State.ended(state[task]) ? time : State.NEVER;
    }
  }

  private void goesOn(int task, long since) {
    episodes.add(task, since, Cause.BEFORE, Net.NONE);
    episodes.begins(task, since);
    first[task] = since;
    start[task] = since;
    if (table.kind[task] != Net.NONE) waiting.hold(table.kind[task]);
    var length = table.lengths[task];
    long number = number(task);
    double u = table.share(task, number, luck(task));
    long may = Math.max(0, table.timeouts[task] + since);
    long left = (long) length.remaining((double) -since, u);
    fails[task] = table.failing(task, number) || left >= may;
    events.add(now + Math.min(left, may), task);
  }

  private void happen(int who) {
    if (who >= state.length) {
      happenElsewhere(who - state.length);
    } else if (state[who] == State.RUNNING) {
      attemptEnds(who);
    } else {
      state[who] = State.READY;
      ask(who, now);
    }
  }

  /// Something that is not of a task: a course begins, or a pool has another size.
  private void happenElsewhere(int what) {
    if (what < net.courses()) {
      courses.due(what, this);
    } else {
      var change = net.changes.get(what - net.courses());
      waiting.resize(change.pool(), change.size(), now);
    }
  }

  private void attemptEnds(int task) {
    episodes.ends(task, now);
    if (table.kind[task] != Net.NONE) waiting.release(table.kind[task], episodes.last(task), now);
    if (!fails[task]) {
      ended(task, State.SUCCEEDED);
    } else if (attempt[task] < table.most[task]) {
      state[task] = State.DELAYED;
      long delay = net.jobs.get(task).rules().retry().delayAfter(attempt[task]).toMillis();
      attempt[task]++;
      episodes.add(task, now + delay, Cause.RETRY, episodes.last(task));
      events.add(now + delay, task);
    } else {
      ended(task, State.FAILED);
    }
  }

  /// A course begins: what needs nothing more is ready.
  void courseBegins(int course) {
    for (int task : table.members[course]) {
      if (state[task] == State.WAITING && needs[task] == 0)
        becomesReady(task, Cause.COURSE, course);
    }
  }

  private void becomesReady(int task, byte why, int by) {
    if (!table.always[task] && !courses.wants(task)) {
      ended(task, State.SKIPPED);
      return;
    }
    boolean early = table.notBefore[task] > now;
    if (early) {
      state[task] = State.DELAYED;
      episodes.add(task, table.notBefore[task], Cause.TIME, Net.NONE);
      events.add(table.notBefore[task], task);
    } else {
      state[task] = State.READY;
      episodes.add(task, now, why, by);
      ask(task, now);
    }
  }

  private void ask(int task, long since) {
    asked[task] = since;
    if (table.kind[task] == Net.NONE) starts(task);
    else waiting.add(table.kind[task], task);
  }

  private void grant() {
    for (int task = waiting.next(now); task != Net.NONE; task = waiting.next(now)) {
      if (asked[task] < now) {
        int last = waiting.lastGiven(table.kind[task]);
        if (waiting.given(last) > asked[task]) {
          episodes.waited(task, last, waiting.giver(last));
        }
      }
      starts(task);
    }
  }

  private void starts(int task) {
    state[task] = State.RUNNING;
    start[task] = now;
    episodes.begins(task, now);
    if (first[task] == State.NEVER) first[task] = now;
    boolean again = attempt[task] > table.attempts[task];
    long lot = again ? table.lot(task, number(task), luck(task)) : lots.of(task);
    fails[task] = lot < 0;
    events.add(now + (lot < 0 ? ~lot : lot), task);
  }

  private long number(int task) {
    return Numbers.of(draw ^ table.keys[task], attempt[task]);
  }

  private double luck(int task) {
    return table.commons[task] == 0 ? 0 : Table.luck(net, table.course[task], draw);
  }

  private void ended(int task, byte how) {
    state[task] = how;
    end[task] = now;
    order[ended++] = task;
    // Those that are skipped with it are told in their turn, however many they are.
    if (telling) return;
    telling = true;
    while (told < ended) tell(order[told++]);
    telling = false;
  }

  /// Those that need a task learn that it has ended.
  private void tell(int task) {
    byte how = state[task];
    int bit = State.bit(how);
    var arcTo = table.arcTo;
    int until = table.arcsFrom[task + 1];
    for (int arc = table.arcsFrom[task]; arc < until; arc++) {
      int next = arcTo[arc];
      int open = --needs[next];
      if (state[next] != State.WAITING) continue;
      if ((table.arcAccepts[arc] & bit) == 0) {
        ended(next, State.SKIPPED);
      } else if (open == 0) {
        becomesReady(next, Cause.NEED, episodes.last(task));
      }
    }
    courses.taskEnded(task, how, this);
  }

  long now() {
    return now;
  }

  /// A course is to begin later.
  void wake(int course, long at) {
    events.add(at, state.length + course);
  }

  public byte state(int task) {
    return state[task];
  }

  /// When its first attempt began.
  public long first(int task) {
    return first[task];
  }

  /// When its last attempt began.
  public long start(int task) {
    return start[task];
  }

  public long end(int task) {
    return end[task];
  }

  public int attempt(int task) {
    return attempt[task];
  }

  /// The task that ended as the `place`-th of this draw.
  public int inOrder(int place) {
    return order[place];
  }

  /// How many ended in this draw.
  public int ended() {
    return ended;
  }

  /// A pool that is too small for a task to begin ever, or -1.
  public int tooSmall(int task) {
    int kind = table.kind[task];
    return kind == Net.NONE ? Net.NONE : waiting.tooSmall(kind);
  }

  /// The attempts of this draw.
  public Episodes episodes() {
    return episodes;
  }

  /// How the courses went.
  public Courses courses() {
    return courses;
  }

  /// The arcs of the net, for who reads the draw backwards.
  Table table() {
    return table;
  }
}
