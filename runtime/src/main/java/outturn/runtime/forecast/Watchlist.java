package outturn.runtime.forecast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.runtime.live.RunWatch;
import outturn.runtime.project.InForce;
import outturn.store.forecast.LiveIds;
import outturn.store.run.RunReader;

/// The live runs that forecasts look at, each read anew when something of it has changed.
final class Watchlist implements AutoCloseable {
  private final LiveIds ids;
  private final RunReader runs;
  private final InForce inForce;
  private final RunWatch watch;
  private final Map<RunId, LiveRun> live = new HashMap<>();
  private final Map<RunId, RunWatch.Watching> watching = new HashMap<>();
  private final Map<RunId, Long> stamps = new HashMap<>();
  private final Set<RunId> touched = ConcurrentHashMap.newKeySet();
  private final Set<RunId> unread = new LinkedHashSet<>();

  Watchlist(LiveIds ids, RunReader runs, InForce inForce, RunWatch watch) {
    this.ids = ids;
    this.runs = runs;
    this.inForce = inForce;
    this.watch = watch;
  }

  Collection<LiveRun> all() {
    return live.values();
  }

  /// Takes note of runs that have come; those that have gone are touched, so that they are read
  /// once more.
  void look(Circle circle) {
    var now = new LinkedHashSet<>(ids.of(circle.all()));
    for (var known : live.keySet()) if (!now.contains(known)) touched.add(known);
    unread.retainAll(now);
    for (var id : now) if (!live.containsKey(id)) unread.add(id);
  }

  /// Reads runs that have come, the oldest first, as long as somebody lets it.
  ///
  /// @return whether any was read
  boolean come(BooleanSupplier goesOn) {
    boolean come = false;
    for (var id : List.copyOf(unread)) {
      if (!goesOn.getAsBoolean()) break;
      unread.remove(id);
      // Watched before it is read, so that nothing between the two is missed.
      watching.put(id, watch.watch(id, _ -> touched.add(id)));
      var read = read(id);
      read.ifPresentOrElse(run -> live.put(id, run), () -> forget(id));
      come |= read.isPresent();
    }
    return come;
  }

  /// Something that has become of a run; it may have ended.
  record Moved(LiveRun before, LiveRun after) {}

  /// Reads anew what has changed, some runs at most; those that have ended are forgotten.
  List<Moved> moved(int most) {
    var moved = new ArrayList<Moved>();
    for (var id : touched.stream().sorted().limit(most).toList()) {
      touched.remove(id);
      var before = live.get(id);
      if (before == null) continue;
      var after = read(id);
      if (after.isEmpty()) {
        forget(id);
        continue;
      }
      live.put(id, after.get());
      moved.add(new Moved(before, after.get()));
      if (after.get().ended()) forget(id);
    }
    return moved;
  }

  /// Finds what has changed unseen, as on another node.
  void sweep() {
    var now = ids.stamps(live.keySet());
    now.forEach((id, stamp) -> {
      if (!stamp.equals(stamps.get(id))) touched.add(id);
    });
    stamps.clear();
    stamps.putAll(now);
  }

  private Optional<LiveRun> read(RunId id) {
    return runs.run(id)
        .map(rows -> {
          var row = rows.run().row();
          boolean waits = row.state() == RunState.WAITING;
          return LiveRun.of(
              rows, inForce.version(row.version()), waits ? runs.open(id) : List.of());
        });
  }

  private void forget(RunId id) {
    live.remove(id);
    touched.remove(id);
    unread.remove(id);
    Optional.ofNullable(watching.remove(id)).ifPresent(RunWatch.Watching::close);
  }

  @Override
  public void close() {
    unread.clear();
    List.copyOf(watching.keySet()).forEach(this::forget);
  }
}
