package outturn.http.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.definition.policy.Policy;
import outturn.definition.pool.Pool;
import outturn.definition.project.Kind;
import outturn.definition.workflow.Task;
import outturn.engine.reason.Contender;
import outturn.engine.reason.Holder;
import outturn.engine.reason.Pools;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.runtime.project.InForce;
import outturn.runtime.stake.WorthsForeseen;
import outturn.store.project.ProjectReader;
import outturn.store.run.RunReader;
import outturn.store.run.Working;

/// The pools and policies that a run may have to wait for, and who holds them.
public final class PoolLook {
  private final RunReader runs;
  private final InForce inForce;
  private final ProjectReader projects;
  private final WorthsForeseen worths;

  PoolLook(RunReader runs, InForce inForce, ProjectReader projects, WorthsForeseen worths) {
    this.runs = runs;
    this.inForce = inForce;
    this.projects = projects;
    this.worths = worths;
  }

  Pools of(String project, Run run, Instant now) {
    var open = run.tasks().stream().filter(task -> !task.state().ended()).toList();
    Set<String> wanted =
        open.stream()
            .flatMap(task -> task.task().rules().pools().keySet().stream())
            .collect(Collectors.toSet());
    var closing =
        inForce.policies(project).stream().filter(policy -> isAbout(policy, run, open)).toList();
    if (wanted.isEmpty() && closing.isEmpty()) return Pools.NONE;
    Map<String, List<Holder>> holders = new HashMap<>();
    wanted.forEach(pool -> holders.put(pool, holders(pool)));
    holders.putAll(governed(project, closing, now));
    Map<String, Integer> sizes = wanted.isEmpty() ? Map.of() : projects.pools(project);
    return new Pools(sizes, holders, closing, waiting(wanted, project));
  }

  /// Who waits for those of the pools that go by worth.
  private Map<String, List<Contender>> waiting(Set<String> wanted, String project) {
    if (wanted.isEmpty()) return Map.of();
    return byWorth(project).stream()
        .filter(wanted::contains)
        .collect(Collectors.toMap(pool -> pool, worths::waiting));
  }

  private Set<String> byWorth(String project) {
    return projects.inForce().stream()
        .filter(object -> object.project().equals(project))
        .filter(object -> object.name().kind().equals(Kind.POOL.word()))
        .flatMap(
            object -> inForce.project(object.version()).pools().find(object.name().name()).stream())
        .filter(pool -> pool.order() == Pool.Order.WORTH)
        .map(Pool::name)
        .collect(Collectors.toSet());
  }

  private static boolean isAbout(Policy policy, Run run, List<TaskRun> tasks) {
    return tasks.stream()
        .anyMatch(task -> policy.applies().has(run.workflow().name(), task.task()));
  }

  private List<Holder> holders(String pool) {
    return runs.holders(pool).stream()
        .map(each -> new Holder(each.attempt().run(), each.workflow(), each.amount(), each.since()))
        .toList();
  }

  /// What runs under each of the policies that let only so much run now.
  public Map<String, List<Holder>> governed(String project, List<Policy> policies, Instant now) {
    var counting =
        policies.stream().filter(each -> !each.freezes() && each.at(now).inForce()).toList();
    if (counting.isEmpty()) return Map.of();
    var working = runs.working(project);
    return counting.stream()
        .collect(
            Collectors.toMap(
                Policy::held,
                policy ->
                    working.stream()
                        .filter(each -> counts(policy, each))
                        .map(PoolLook::holder)
                        .toList()));
  }

  private boolean counts(Policy policy, Working working) {
    return task(working).filter(task -> policy.applies().has(working.workflow(), task)).isPresent();
  }

  private Optional<Task> task(Working working) {
    var name = working.attempt().id().task();
    return inForce
        .version(working.version())
        .workflow(working.workflow())
        .map(workflow -> workflow.graph())
        .filter(graph -> graph.has(name))
        .map(graph -> graph.task(graph.place(name)));
  }

  private static Holder holder(Working working) {
    var attempt = working.attempt();
    return new Holder(attempt.id().run(), working.workflow(), 1, attempt.times().created());
  }
}
