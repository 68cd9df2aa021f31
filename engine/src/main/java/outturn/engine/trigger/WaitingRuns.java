package outturn.engine.trigger;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import outturn.engine.run.RunId;

/// The runs that wait for runs of other workflows, and for which. However many wait for the same,
/// it is looked for once.
public final class WaitingRuns {
  private final Map<RunId, Waiting> runs = new HashMap<>();
  private final SortedMap<Wanted, SortedSet<RunId>> open = new TreeMap<>();

  /// A run begins to wait.
  public void add(RunId run, Waiting waiting) {
    runs.put(run, waiting);
    for (var need : waiting.open()) {
      open.computeIfAbsent(need.wanted(), _ -> new TreeSet<>()).add(run);
    }
  }

  public Optional<Waiting> of(RunId run) {
    return Optional.ofNullable(runs.get(run));
  }

  /// The runs that wait.
  public Set<RunId> runs() {
    return Collections.unmodifiableSet(runs.keySet());
  }

  /// What a run waits for is there; answers whether that was not known.
  public boolean met(RunId run, int place) {
    var waiting = runs.get(run);
    if (waiting == null || !waiting.met(place)) return false;
    for (var need : waiting.all()) {
      if (need.place() == place) closed(waiting, need);
    }
    return true;
  }

  private void closed(Waiting waiting, Waiting.Need met) {
    if (waiting.open().stream().anyMatch(need -> need.wanted().equals(met.wanted()))) return;
    leave(met.wanted(), met.run());
  }

  private void leave(Wanted wanted, RunId run) {
    var all = open.get(wanted);
    if (all != null && all.remove(run) && all.isEmpty()) open.remove(wanted);
  }

  /// The run waits for nothing any more; answers what it waited for.
  public Optional<Waiting> remove(RunId run) {
    var waiting = Optional.ofNullable(runs.remove(run));
    waiting.ifPresent(it -> it.open().forEach(need -> leave(need.wanted(), run)));
    return waiting;
  }

  /// All that is waited for and is not there.
  public Set<Wanted> wanted() {
    return Collections.unmodifiableSet(open.keySet());
  }

  /// Who waits for it.
  public List<Waiting.Need> waitingFor(Wanted wanted) {
    return open.getOrDefault(wanted, new TreeSet<>()).stream()
        .flatMap(run -> of(run).stream())
        .flatMap(waiting -> waiting.open().stream())
        .filter(need -> need.wanted().equals(wanted))
        .toList();
  }
}
