package outturn.http.capacity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.policy.Policy;
import outturn.definition.pool.Lock;
import outturn.definition.project.Kind;
import outturn.definition.project.Project;
import outturn.engine.reason.Holder;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.http.run.PoolLook;
import outturn.runtime.project.InForce;
import outturn.store.project.ObjectInForce;
import outturn.store.project.ProjectReader;
import outturn.store.run.PoolHolder;
import outturn.store.run.RunReader;

/// The capacity of the server: what there is of it, who has it, and who waits for it.
public final class CapacityRoutes {
  private final RunReader runs;
  private final InForce inForce;
  private final ProjectReader projects;
  private final PoolLook pools;
  private final PoolWaits waits;
  private final InstantSource clock;

  public CapacityRoutes(
      RunReader runs,
      InForce inForce,
      ProjectReader projects,
      PoolLook pools,
      PoolWaits waits,
      InstantSource clock) {
    this.runs = runs;
    this.inForce = inForce;
    this.projects = projects;
    this.pools = pools;
    this.waits = waits;
    this.clock = clock;
  }

  private record Held(String run, String workflow, String task, int amount, Instant since) {
    static Held of(PoolHolder holder) {
      return new Held(
          holder.attempt().run().toString(),
          holder.workflow(),
          holder.attempt().task(),
          holder.amount(),
          holder.since());
    }
  }

  private record PoolJson(
      String name, String title, String project, int size, int used, List<Held> holders) {}

  /// @param alone whether one has it alone; otherwise all of them share it
  private record LockJson(
      String name, String title, String project, boolean alone, List<Held> holders) {}

  /// @param until when that changes, where it is known
  /// @param working how many of the tasks that it counts run; of one that is in force and counts
  private record PolicyJson(
      String name,
      String title,
      String project,
      int allow,
      boolean inForce,
      Optional<Instant> until,
      Optional<Integer> working) {}

  private record Capacity(
      Instant at,
      List<PoolJson> pools,
      List<LockJson> locks,
      List<PolicyJson> policies,
      List<PoolWaits.Wait> waits,
      boolean more) {}

  public Answer show(Call call) {
    call.allow();
    var now = clock.instant();
    var held = runs.holdings().all();
    var found = waits.find(held);
    return Answer.json(
        new Capacity(now, pools(held), locks(held), policies(now), found.waits(), found.more()));
  }

  private Stream<ObjectInForce> of(Kind kind) {
    return projects.inForce().stream().filter(each -> each.name().kind().equals(kind.word()));
  }

  private Project project(ObjectInForce object) {
    return inForce.project(object.version());
  }

  private List<PoolJson> pools(Map<String, List<PoolHolder>> held) {
    return of(Kind.POOL)
        .flatMap(each ->
            project(each).pools().find(each.name().name()).stream()
                .map(pool -> {
                  var holders = held.getOrDefault(pool.name(), List.of());
                  int used = holders.stream().mapToInt(PoolHolder::amount).sum();
                  return new PoolJson(
                      pool.name(), pool.title(), each.project(), pool.size(), used, told(holders));
                }))
        .toList();
  }

  private List<LockJson> locks(Map<String, List<PoolHolder>> held) {
    return of(Kind.LOCK)
        .flatMap(each ->
            project(each).locks().find(each.name().name()).stream()
                .map(lock -> {
                  var holders = held.getOrDefault(Lock.held(lock.name()), List.of());
                  boolean alone = holders.stream().anyMatch(it -> it.amount() == Lock.WHOLE);
                  return new LockJson(
                      lock.name(), lock.title(), each.project(), alone, told(holders));
                }))
        .toList();
  }

  private static List<Held> told(List<PoolHolder> holders) {
    return holders.stream().map(Held::of).toList();
  }

  private List<PolicyJson> policies(Instant now) {
    return of(Kind.POLICY)
        .flatMap(each ->
            project(each).policies().find(each.name().name()).stream()
                .map(policy -> policy(each.project(), policy, now)))
        .toList();
  }

  private PolicyJson policy(String project, Policy policy, Instant now) {
    var standing = policy.at(now);
    var counted = pools.governed(project, List.of(policy), now);
    return new PolicyJson(
        policy.name(),
        policy.title(),
        project,
        policy.allow(),
        standing.inForce(),
        standing.until(),
        Optional.ofNullable(counted.get(policy.held()))
            .map(holders -> holders.stream().mapToInt(Holder::amount).sum()));
  }
}
