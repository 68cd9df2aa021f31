package outturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outturn.definition.workflow.Task;
import outturn.engine.decide.Change;
import outturn.engine.decide.Decided;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.pool.Lane;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.RunState;
import outturn.engine.run.Turn;

/// What must hold whatever happens.
final class Invariants {
  private static final Map<Lane, Integer> SLOTS =
      Map.of(Lane.PROCESS, 3, Lane.NETWORK, 2, Lane.INSTANT, 4);
  private static final Map<String, Integer> POOLS = Map.of("red", 2, "blue", 3);

  private final Driver node;
  private final Map<Long, Event.Scheduled> schedules;
  private final Set<Long> tokens = new HashSet<>();
  private int decisions;

  Invariants(Driver node, Map<Long, Event.Scheduled> schedules) {
    this.node = node;
    this.schedules = Map.copyOf(schedules);
  }

  int decisions() {
    return decisions;
  }

  void decided(Decided decided) {
    decisions++;
    for (var effect : decided.effects()) {
      if (effect instanceof Effect.Dispatch dispatch) {
        assertThat(tokens.add(dispatch.token())).as("dispatched once: %s", dispatch).isTrue();
      }
    }
    nothingStartsAgainstAPolicy(decided);
    nothingIsOverfilled();
    if (decisions % 25 == 0) memoryEqualsRows();
  }

  /// The node crashes, and comes back.
  void restarted() {
    memoryEqualsRows();
    node.restarts();
    decided(node.last());
    memoryEqualsRows();
  }

  private void nothingIsOverfilled() {
    var running =
        node.ledger().runningAttempts().stream().filter(row -> row.by().worker() != 0).toList();
    var slots = new HashMap<Lane, Integer>();
    var pools = new HashMap<String, Integer>();
    var holders = new HashSet<Long>();
    for (var row : running) {
      var task = definition(row);
      slots.merge(Lane.of(task.action()).orElseThrow(), 1, Integer::sum);
      task.rules().pools().forEach((pool, amount) -> pools.merge(pool, amount, Integer::sum));
      if (!task.rules().pools().isEmpty()) holders.add(row.by().token());
    }
    slots.forEach(
        (lane, used) -> assertThat(used).as("%s", lane).isLessThanOrEqualTo(SLOTS.get(lane)));
    pools.forEach((pool, used) -> {
      assertThat(used).as("pool %s", pool).isLessThanOrEqualTo(node.world().capacity().size(pool));
      assertThat(node.world().capacity().used(pool))
          .as("use of %s in memory", pool)
          .isEqualTo(used);
    });
    policiesCountWhatRuns(running);
    assertThat(node.ledger().grants().keySet()).as("who holds pools").isEqualTo(holders);
    noGroupIsOverfilled();
  }

  private void nothingStartsAgainstAPolicy(Decided decided) {
    for (var change : decided.changes()) {
      if (!(change instanceof Change.AttemptAdded(var row)) || row.by().worker() == 0) continue;
      var run = node.run(row.id().run());
      var task = run.task(row.id().task());
      for (var policy : node.events().policies()) {
        var standing = policy.at(node.now());
        if (task.bypassed() || !policy.applies().has(run.workflow().name(), task.task())) continue;
        assertThat(node.world().capacity().used(policy.held()))
            .as("%s, when %s starts", policy.name(), row.id())
            .isLessThanOrEqualTo(policy.allows(standing))
            .isPositive();
      }
    }
  }

  private void policiesCountWhatRuns(List<AttemptRow> running) {
    for (var policy : node.events().policies()) {
      long used =
          running.stream()
              .filter(row -> {
                var run = node.run(row.id().run());
                var task = run.task(row.id().task());
                return !task.bypassed() && policy.applies().has(run.workflow().name(), task.task());
              })
              .count();
      assertThat(node.world().capacity().used(policy.held())).as(policy.name()).isEqualTo(used);
    }
  }

  /// Whatever runs begin, no more of a key do than its limit.
  private void noGroupIsOverfilled() {
    var running = new HashMap<String, Integer>();
    for (var row : node.ledger().liveRuns()) {
      if (row.state() != RunState.RUNNING) continue;
      row.order()
          .terms()
          .turns()
          .forEach((group, limit) -> {
            int runs = running.merge(group, 1, Integer::sum);
            if (group.indexOf(Turn.MARK) < 0) return;
            assertThat(runs).as("runs of %s", group).isLessThanOrEqualTo(limit);
          });
    }
  }

  private Task definition(AttemptRow row) {
    return node.run(row.id().run()).task(row.id().task()).task();
  }

  /// A run that is made anew from its rows is the one in memory.
  private void memoryEqualsRows() {
    var rows = node.ledger().liveRuns();
    assertThat(node.world().runs()).as("live runs").hasSize(rows.size());
    for (var row : rows) {
      var rebuilt = node.rebuilt(row);
      var run = node.world().run(row.id()).orElseThrow();
      assertThat(RunPicture.of(rebuilt)).as("rebuilt %s", row.id()).isEqualTo(RunPicture.of(run));
    }
  }

  void schedulesEnd() {
    decided(node.decide(node.applying(Map.of())));
  }

  void atTheEnd() {
    memoryEqualsRows();
    assertThat(node.ledger().grants()).as("grants").isEmpty();
    POOLS.keySet().forEach(pool -> assertThat(node.world().capacity().used(pool)).isZero());
    assertThat(node.ledger().runningAttempts()).as("running").isEmpty();
    schedules.forEach(this::everyDueTimeIsDealtWithOnce);
    new Heard(node).whatHappenedIsToldOnce(schedules);
  }

  private void everyDueTimeIsDealtWithOnce(long id, Event.Scheduled scheduled) {
    var looked = node.ledger().lookedUntil(id);
    if (looked.isEmpty()) return;
    List<String> problems = new ArrayList<>();
    var schedule = scheduled.schedule();
    var due = scheduled.lookedUntil();
    while (true) {
      due = schedule.next(due).orElseThrow();
      if (due.isAfter(looked.get())) break;
      var times = covering(id, due);
      if (times != 1) problems.add("%s: %d times".formatted(due, times));
    }
    assertThat(problems).as("due times of schedule %d", id).isEmpty();
  }

  private long covering(long id, Instant due) {
    return node.ledger().occurrences().stream()
        .filter(it -> it.schedule() == id)
        .filter(it ->
            it.until()
                .map(until -> !due.isBefore(it.due()) && due.isBefore(until))
                .orElse(it.due().equals(due)))
        .count();
  }
}
