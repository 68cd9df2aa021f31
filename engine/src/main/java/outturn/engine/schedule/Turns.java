package outturn.engine.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.engine.run.RunId;

/// The keeper of whose turn it is among the runs of one workflow: those that run, and those that
/// wait until none of them runs.
public final class Turns {
  private static final LinkedHashSet<RunId> NONE = new LinkedHashSet<>();

  private final Map<String, LinkedHashSet<RunId>> running = new HashMap<>();
  private final Map<String, LinkedHashSet<RunId>> queued = new HashMap<>();

  public void started(String workflow, RunId run) {
    running.computeIfAbsent(workflow, _ -> new LinkedHashSet<>()).add(run);
  }

  public void queued(String workflow, RunId run) {
    queued.computeIfAbsent(workflow, _ -> new LinkedHashSet<>()).add(run);
  }

  /// The run is over, or waits no more.
  public void left(String workflow, RunId run) {
    remove(running, workflow, run);
    remove(queued, workflow, run);
  }

  private static void remove(Map<String, ? extends Set<RunId>> from, String workflow, RunId run) {
    var runs = from.get(workflow);
    if (runs == null || !runs.remove(run)) return;
    if (runs.isEmpty()) from.remove(workflow);
  }

  /// The run whose turn it is, when none of the workflow runs.
  public Optional<RunId> next(String workflow) {
    if (running.containsKey(workflow)) return Optional.empty();
    var runs = queued.get(workflow);
    return runs == null ? Optional.empty() : Optional.of(runs.getFirst());
  }

  /// Whether a run that comes now has to wait.
  public boolean busy(String workflow) {
    return running.containsKey(workflow) || queued.containsKey(workflow);
  }

  /// All that run, and then all that wait, in the order in which they came.
  public List<RunId> live(String workflow) {
    var all = new ArrayList<RunId>(running.getOrDefault(workflow, NONE));
    all.addAll(queued.getOrDefault(workflow, NONE));
    return List.copyOf(all);
  }
}
