package outturn.http.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outturn.definition.policy.Policy;
import outturn.definition.pool.Lock;
import outturn.definition.workflow.Task;
import outturn.engine.reason.Reason;
import outturn.engine.run.Run;
import outturn.engine.run.RunState;
import outturn.http.run.RunLook;
import outturn.runtime.project.InForce;
import outturn.store.project.ProjectReader;
import outturn.store.run.PoolHolder;
import outturn.store.run.RunEntry;
import outturn.store.run.RunFilter;
import outturn.store.run.RunReader;

/// Who waits for pools, locks and policies. Only so many runs are looked at, the oldest first: each
/// look rebuilds a run from its rows.
public final class PoolWaits {
  private static final int MOST_RUNS = 100;
  private static final Set<Reason.Kind> KINDS =
      Set.of(Reason.Kind.POOL, Reason.Kind.LOCK, Reason.Kind.POLICY);

  private final RunReader runs;
  private final InForce inForce;
  private final ProjectReader projects;
  private final RunLook look;

  public PoolWaits(RunReader runs, InForce inForce, ProjectReader projects, RunLook look) {
    this.runs = runs;
    this.inForce = inForce;
    this.projects = projects;
    this.look = look;
  }

  /// Another run that has what is waited for.
  record Other(String run, String workflow) {}

  /// A task that is ready and may not start.
  ///
  /// @param what the pool or lock that is full; of a policy nothing, since several may close
  record Wait(
      String run,
      String workflow,
      String task,
      String kind,
      Optional<String> what,
      String text,
      List<Other> holders) {}

  /// @param more whether some runs were not looked at
  record Found(List<Wait> waits, boolean more) {}

  Found find(Map<String, List<PoolHolder>> held) {
    var live = RunFilter.ALL.states(RunState.RUNNING);
    var running = runs.newest(live, Optional.empty(), RunReader.MOST);
    var candidates = running.reversed().stream().filter(this::mayWait).toList();
    var waits = new ArrayList<Wait>();
    for (var entry : candidates.stream().limit(MOST_RUNS).toList()) {
      var seen = look.at(entry.row().id());
      if (seen.isEmpty()) continue;
      for (var reason : seen.get().reasons()) {
        if (KINDS.contains(reason.kind())) {
          waits.add(wait(entry.project(), seen.get().run(), reason, held));
        }
      }
    }
    boolean more = candidates.size() > MOST_RUNS || running.size() == RunReader.MOST;
    return new Found(List.copyOf(waits), more);
  }

  private boolean mayWait(RunEntry entry) {
    var name = entry.row().order().workflow();
    boolean governed =
        inForce.policies(entry.project()).stream()
            .map(Policy::applies)
            .anyMatch(it -> it.has(name));
    return governed
        || inForce.version(entry.row().version()).workflow(name).stream()
            .flatMap(workflow -> workflow.graph().tasks().stream())
            .anyMatch(task -> !task.rules().pools().isEmpty());
  }

  private Wait wait(String project, Run run, Reason reason, Map<String, List<PoolHolder>> held) {
    var graph = run.workflow().graph();
    var what =
        reason.kind() == Reason.Kind.POLICY
            ? Optional.<String>empty()
            : full(graph.task(graph.place(reason.task())), projects.pools(project), held);
    return new Wait(
        run.id().toString(),
        run.workflow().name(),
        reason.task(),
        reason.kind().word(),
        what,
        reason.text(),
        reason.holders().stream()
            .map(each -> new Other(each.run().toString(), each.workflow()))
            .distinct()
            .collect(Collectors.toList()));
  }

  /// The first one that has too little left, in the order in which the reason was found.
  private static Optional<String> full(
      Task task, Map<String, Integer> sizes, Map<String, List<PoolHolder>> held) {
    for (var want : new TreeMap<>(task.rules().pools()).entrySet()) {
      var name = want.getKey();
      int size = Lock.is(name) ? Lock.WHOLE : sizes.getOrDefault(name, 0);
      int used = held.getOrDefault(name, List.of()).stream().mapToInt(PoolHolder::amount).sum();
      if (used + want.getValue() > size) {
        return Optional.of(Lock.is(name) ? Lock.name(name) : name);
      }
    }
    return Optional.empty();
  }
}
