package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.ValueType;
import outturn.definition.schedule.Schedule.WhenRunning;
import outturn.engine.Driver;
import outturn.engine.WorkflowSketch;
import outturn.engine.run.Order;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.Turn;
import outturn.engine.verb.Verb;

class ConcurrencyTest {
  private static Driver byRegion(int limit) {
    return new Driver(
        workflow("w", task("a")).input("region", ValueType.STRING).concurrency(limit, "region"));
  }

  private static RunId start(Driver node, String region) {
    return node.start("w", Map.of("region", region));
  }

  private static List<RunState> states(Driver node, RunId... runs) {
    return List.of(runs).stream().map(node::state).toList();
  }

  @Test
  void noMoreRunsOfAKeyRunAtOnceThanTheLimit() {
    var node = byRegion(2);
    var north = List.of(start(node, "north"), start(node, "north"), start(node, "north"));
    var south = start(node, "south");

    assertThat(states(node, north.get(0), north.get(1), north.get(2), south))
        .containsExactly(RunState.RUNNING, RunState.RUNNING, RunState.WAITING, RunState.RUNNING);
    node.succeeds(south, "a");
    assertThat(node.state(north.get(2))).isEqualTo(RunState.WAITING);
    node.succeeds(north.get(1), "a");
    assertThat(node.state(north.get(2))).isEqualTo(RunState.RUNNING);
  }

  @Test
  void thoseThatWaitBeginInOrderAndTheMostUrgentFirst() {
    var node = byRegion(1);
    var first = start(node, "north");
    var second = start(node, "north");
    var third = start(node, "north");
    var fourth = start(node, "north");
    node.operate(fourth, new Verb.Prioritise(5));
    node.restarts();

    for (var run : List.of(first, fourth, second, third)) {
      assertThat(node.running()).hasSize(1);
      node.succeeds(run, "a");
    }
    assertThat(node.ledger().liveRuns()).isEmpty();
  }

  @Test
  void whatIsLessUrgentBeginsOnceItHasWaitedTenMinutesForEachStep() {
    var node = byRegion(1);
    var running = start(node, "north");
    var low = start(node, "north");
    node.operate(low, new Verb.Prioritise(2));
    node.passes(Duration.ofMinutes(9));
    var next = start(node, "north");
    node.succeeds(running, "a");
    assertThat(node.state(next)).isEqualTo(RunState.RUNNING);
    start(node, "north");
    node.passes(Duration.ofMinutes(1));
    node.succeeds(next, "a");
    assertThat(node.state(low)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aRunThatIsCancelledLeavesItsTurnToTheNext() {
    var node = byRegion(1);
    var first = start(node, "north");
    var second = start(node, "north");
    var third = start(node, "north");
    node.cancel(second);
    assertThat(node.state(second)).isEqualTo(RunState.CANCELLED);
    node.cancel(first);
    node.stopped(first, "a");

    assertThat(node.state(third)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aCalledRunWaitsForItsTurnAndItsCallerForIt() {
    var node =
        new Driver(
            workflow("w", task("a")).concurrency(1), workflow("caller", task("c").calls("w")));
    var run = node.start("w");
    var caller = node.start("caller");
    var child = node.child(caller, "c");
    assertThat(node.state(child)).isEqualTo(RunState.WAITING);
    node.succeeds(run, "a");
    node.succeeds(child, "a");

    assertThat(node.state(caller)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void whoIsCalledUnderTheSameTurnDoesNotWaitForItsCaller() {
    var node =
        new Driver(
            workflow(
                    "w",
                    task("again")
                        .when(
                            "first", scope -> scope.find("inputs.region").equals(Optional.of("x")))
                        .calls("v"))
                .input("region", ValueType.STRING, "y")
                .concurrency(1),
            workflow("v", task("back").calls("w")));
    var run = node.start("w", Map.of("region", "x"));

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void aBackfillBeginsSoManyAtOnceAndNoScheduleWaitsForIt() {
    var node = new Driver(workflow("w", task("a")));
    var runs = new ArrayList<RunId>();
    for (int run = 0; run < 4; run++) {
      var id = node.world().ids().next(node.now());
      var start = node.starting(id, "w", Map.of(), Optional.empty());
      var terms =
          new Order.Terms(Optional.of(1), Map.of(Turn.ofBackfill("w", "b1"), 2), Optional.of("b1"));
      node.decide(new Event.Start(id, start.version(), start.order().on(terms), start.key()));
      runs.add(id);
    }
    assertThat(node.running()).hasSize(2);
    node.schedules(
        "w",
        WorkflowSketch.schedule(
            "30 8 * * *", WorkflowSketch.all(Duration.ofDays(1)), WhenRunning.SKIP));
    node.passes(Duration.ofHours(1));
    assertThat(node.running()).hasSize(3);
    for (var run : runs) node.succeeds(run, "a");
    assertThat(node.running()).hasSize(1);
  }
}
