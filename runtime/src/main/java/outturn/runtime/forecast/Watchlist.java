package outturn.runtime.forecast;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.runtime.live.RunWatch;
import outturn.runtime.project.InForce;
import outturn.store.forecast.LiveIds;
import outturn.store.run.RunReader;
import outturn.store.run.WholeRun;

/// The live runs that forecasts look at, each read anew when something of it has changed, together
/// with others.
final class Watchlist implements AutoCloseable {
  private static final int TOGETHER = 100;
  private static final int SWEPT_TOGETHER = 1_000;
  private static final int MUCH = 10_000;

  private final LiveIds ids;
  private final RunReader runs;
  private final InForce inForce;
  private final RunWatch watch;
  private final Runnable news;
  private final Map<RunId, LiveRun> live = new HashMap<>();
  private final Map<RunId, RunWatch.Watching> watching = new HashMap<>();
  private final Set<RunId> touched = ConcurrentHashMap.newKeySet();

  // Of those that are touched.
  private final Set<RunId> ended = ConcurrentHashMap.newKeySet();

  private final Set<RunId> unread = new LinkedHashSet<>();
  private final Deque<RunId> unswept = new ArrayDeque<>();

  /// @param news told when something of a run has changed
  Watchlist(LiveIds ids, RunReader runs, InForce inForce, RunWatch watch, Runnable news) {
    this.ids = ids;
    this.runs = runs;
    this.inForce = inForce;
    this.watch = watch;
    this.news = news;
  }

  Collection<LiveRun> all() {
    return live.values();
  }

  /// Takes note of runs that have come since an instant.
  void look(Circle circle, Instant since) {
    for (var id : ids.of(circle.all(), RunId.firstAt(since))) {
      if (!live.containsKey(id)) unread.add(id);
    }
  }

  /// Reads runs that have come, the oldest first, as long as somebody lets it, and not while there
  /// is much that has changed and is not read.
  ///
  /// @return those that were read, some of which have ended meanwhile
  List<LiveRun> come(BooleanSupplier goesOn) {
    var come = new ArrayList<LiveRun>();
    while (!unread.isEmpty() && touched.size() < MUCH && goesOn.getAsBoolean()) {
      var some = unread.stream().limit(TOGETHER).toList();
      // Watched before they are read, so that nothing between the two is missed.
      some.forEach(this::watch);
      var read = read(some);
      come.addAll(read.values());
      read.values().removeIf(LiveRun::ended);
      live.putAll(read);
      some.forEach(unread::remove);
      some.stream().filter(id -> !read.containsKey(id)).forEach(this::forget);
    }
    return come;
  }

  private void watch(RunId id) {
    watching.computeIfAbsent(id, _ -> watch.watch(id, state -> touch(id, state)));
  }

  private void touch(RunId id, Optional<RunState> state) {
    if (state.filter(RunState::ended).isPresent()) ended.add(id);
    touched.add(id);
    news.run();
  }

  /// Something that has become of a run; it may have ended.
  record Moved(LiveRun before, LiveRun after) {}

  /// Reads anew what has changed, as long as somebody lets it: first what has ended, and that is
  /// forgotten; of the rest the oldest.
  List<Moved> moved(BooleanSupplier goesOn) {
    var moved = new ArrayList<Moved>();
    var all = new LinkedHashSet<>(new TreeSet<>(ended));
    all.addAll(new TreeSet<>(touched));
    var rest = new ArrayDeque<>(all);
    while (!rest.isEmpty()) {
      var some = new ArrayList<RunId>();
      while (!rest.isEmpty() && some.size() < TOGETHER) some.add(rest.remove());
      moved.addAll(moved(some));
      if (!goesOn.getAsBoolean()) break;
    }
    return moved;
  }

  private List<Moved> moved(Collection<RunId> some) {
    some.forEach(ended::remove);
    some.forEach(touched::remove);
    var read = read(some.stream().filter(live::containsKey).toList());
    var moved = new ArrayList<Moved>();
    for (var id : some) {
      var before = live.get(id);
      var after = read.get(id);
      if (before != null && after != null) moved.add(new Moved(before, after));
      if (after == null || after.ended()) forget(id);
      else live.put(id, after);
    }
    return moved;
  }

  /// Finds what has come and gone unseen, as on another node. Those that have gone are touched, so
  /// that they are read once more; the others are swept.
  void sweep(Circle circle) {
    var now = new LinkedHashSet<>(ids.of(circle.all(), RunId.firstAt(Instant.EPOCH)));
    unread.retainAll(now);
    for (var id : now) if (!live.containsKey(id)) unread.add(id);
    for (var id : live.keySet()) if (!now.contains(id)) touched.add(id);
    if (unswept.isEmpty()) unswept.addAll(live.keySet());
  }

  /// Finds what of some runs has changed unseen.
  void sweepOn() {
    var some = new ArrayList<RunId>();
    while (!unswept.isEmpty() && some.size() < SWEPT_TOGETHER) some.add(unswept.remove());
    if (some.isEmpty()) return;
    var stamps = ids.stamps(some);
    for (var id : some) {
      var known = live.get(id);
      if (known != null && stamps.getOrDefault(id, 0L) != known.stamp()) touched.add(id);
    }
  }

  private Map<RunId, LiveRun> read(Collection<RunId> ids) {
    var whole = runs.runs(ids);
    var open = runs.open(whole.stream().filter(Watchlist::waits).map(Watchlist::id).toList());
    var read = new HashMap<RunId, LiveRun>();
    for (var rows : whole) {
      var version = inForce.version(rows.run().row().version());
      read.put(id(rows), LiveRun.of(rows, version, open.getOrDefault(id(rows), List.of())));
    }
    return read;
  }

  private static boolean waits(WholeRun rows) {
    return rows.run().row().state() == RunState.WAITING;
  }

  private static RunId id(WholeRun rows) {
    return rows.run().row().id();
  }

  private void forget(RunId id) {
    live.remove(id);
    touched.remove(id);
    ended.remove(id);
    unread.remove(id);
    Optional.ofNullable(watching.remove(id)).ifPresent(RunWatch.Watching::close);
  }

  @Override
  public void close() {
    unread.clear();
    unswept.clear();
    List.copyOf(watching.keySet()).forEach(this::forget);
  }
}
