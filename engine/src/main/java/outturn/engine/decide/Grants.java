package outturn.engine.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.policy.Policy;
import outturn.engine.pool.Claim;
import outturn.engine.pool.Lane;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// What ready tasks claim, and how they get it: slots, pools, and the leave of policies.
///
/// Rows say who holds pools. Who has the leave of a policy has no row: it is derived from what runs
/// and the policies in force.
final class Grants {
  private final Batch batch;

  Grants(Batch batch) {
    this.batch = batch;
  }

  /// Whether the task's attempts claim something before they begin.
  static boolean areFor(TaskRun task) {
    return Lane.of(task.task().action()).isPresent();
  }

  Claim claim(Run run, TaskRun task, int item, Instant since) {
    var definition = task.task();
    return new Claim(
        run.id(),
        run.workflow().name(),
        task.place(),
        item,
        new Claim.Want(
            Lane.of(definition.action()).orElseThrow(),
            wanted(run, task),
            run.priority(definition)),
        since);
  }

  private Map<String, Integer> wanted(Run run, TaskRun task) {
    var pools = task.task().rules().pools();
    if (!isGoverned(run, task)) return pools;
    var all = new HashMap<>(pools);
    policies(run, task).forEach(policy -> all.put(policy, 1));
    return Map.copyOf(all);
  }

  /// Whether a policy has a say in when the task starts.
  boolean isGoverned(Run run, TaskRun task) {
    return !task.bypassed() && !policies(run, task).isEmpty();
  }

  private List<String> policies(Run run, TaskRun task) {
    var policies = batch.world.capacity().policies();
    if (policies.inForce().isEmpty()) return List.of();
    return policies.of(run.version().project(), run.workflow().name(), task.task()).stream()
        .map(Policy::held)
        .toList();
  }

  /// What holds no pools has no row of it.
  static boolean hasRow(TaskRun task) {
    return !task.task().rules().pools().isEmpty();
  }

  Change.Granted row(Run run, TaskRun task, long token) {
    return new Change.Granted(run.id(), token, task.task().rules().pools());
  }

  void grantAll() {
    var capacity = batch.world.capacity();
    while (!batch.full()) {
      var next = capacity.next(batch.now);
      if (next.isEmpty()) break;
      var claim = next.get();
      var run = batch.world.live(claim.run());
      var task = run.task(claim.task());
      long token = batch.attempts.started(run, task, claim.item(), batch.world.worker());
      capacity.grant(claim, token, batch.now);
      if (hasRow(task)) batch.change(row(run, task, token));
      batch.effect(batch.attempts.dispatch(run, task, claim.item(), token));
    }
    capacity.policies().turns().ifPresent(due -> batch.effect(new Effect.PoliciesTurn(due)));
  }

  /// What waits claims anew, what runs counts anew.
  void applied(Event.PoliciesApplied event) {
    var policies = batch.world.capacity().policies();
    if (policies.inForce().equals(event.policies())) return;
    var again = new ArrayList<Runnable>();
    for (var run : batch.world.runs().values()) {
      for (var task : run.tasks()) again.addAll(batch.interventions.takeBack(run, task));
    }
    policies.put(event.policies());
    again.forEach(Runnable::run);
    for (var run : batch.world.runs().values()) {
      for (var task : run.tasks()) holdAgain(run, task);
    }
  }

  /// What runs of a task counts anew.
  void holdAgain(Run run, TaskRun task) {
    var capacity = batch.world.capacity();
    if (!areFor(task)) return;
    for (int item = 0; task.has(item); item++) {
      if (!(task.unit(item).state() instanceof UnitState.Running(_, var token))) continue;
      if (capacity.release(token).isEmpty()) continue;
      capacity.hold(claim(run, task, item, run.id().time()), token);
    }
  }
}
