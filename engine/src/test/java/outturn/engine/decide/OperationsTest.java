package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.ValueType;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.WorkflowSketch;
import outturn.engine.run.Mark;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;
import outturn.engine.verb.Verb;
import outturn.engine.verb.Verdict;

class OperationsTest {
  private static final Verb AGAIN = new Verb.Rerun(Verb.Extent.THIS);
  private static final Verb FAILED_AGAIN = new Verb.Rerun(Verb.Extent.FAILED);

  private static Driver node(TaskSketch... tasks) {
    return new Driver(workflow("w", tasks)).pool("db", 1);
  }

  @Test
  void aHeldTaskBeginsWhenItIsReleasedAndKeepsItsPlace() {
    var node = node(task("a"), task("b").needs("a").pool("db", 1));
    var run = node.start("w");
    node.operate(run, "b", new Verb.Hold());
    node.succeeds(run, "a");
    assertThat(node.running(run)).isEmpty();
    node.restarts();
    assertThat(node.running(run)).isEmpty();

    node.operate(run, "b", new Verb.Release());
    assertThat(node.running(run)).containsExactly("b");
    assertThat(node.world().capacity().used("db")).isEqualTo(1);
  }

  @Test
  void whatHoldsAllRunsFillsThePoolExactlyOnceTheyAreReleased() {
    var node = node(task("a").pool("db", 1)).pool("db", 3);
    var runs = IntStream.range(0, 10).mapToObj(_ -> node.start("w")).toList();
    runs.forEach(run -> node.operate(run, new Verb.Hold()));
    assertThat(node.running()).hasSize(3);
    for (var attempt : node.running()) node.report(attempt, new Event.Report.Succeeded(Map.of()));
    assertThat(node.running()).isEmpty();

    runs.stream()
        .filter(run -> !node.state(run).ended())
        .forEach(run -> node.operate(run, new Verb.Release()));
    assertThat(node.running()).hasSize(3);
  }

  @Test
  void aHeldRunThatWaitsForItsTurnLetsOthersPass() {
    var node = node(task("a"));
    var first = node.start("w");
    var queue = Schedule.WhenRunning.QUEUE;
    node.schedules("w", WorkflowSketch.schedule("0 9,10 * * *", WorkflowSketch.none(), queue));
    node.passes(Duration.ofHours(3));
    var second = node.runs("w").get(1);
    var third = node.runs("w").get(2);
    node.operate(second, new Verb.Hold());
    node.succeeds(first, "a");

    assertThat(node.state(third)).isEqualTo(RunState.RUNNING);
    assertThat(node.state(second)).isEqualTo(RunState.WAITING);
    node.succeeds(third, "a");
    node.operate(second, new Verb.Release());
    assertThat(node.state(second)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aFailedTaskIsDoneAgainInARunThatIsOverWithWhatWasSkippedBecauseOfIt() {
    var node = node(task("a"), task("b").needs("a"), task("c").needs("b"));
    var run = node.start("w");
    node.fails(run, "a");
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);

    node.operate(run, "a", AGAIN);
    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
    assertThat(node.dispatch(run, "a", 0).attempt().attempt()).isEqualTo(2);
    node.restarts();
    node.succeeds(run, "a");
    node.succeeds(run, "b");
    node.succeeds(run, "c");
    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void aRerunHasAllItsTriesAgain() {
    var node = node(task("a").attempts(2, Duration.ofMinutes(1)));
    var run = node.start("w");
    node.fails(run, "a");
    node.passes(Duration.ofMinutes(1));
    node.fails(run, "a");
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);

    node.operate(run, "a", AGAIN);
    node.fails(run, "a");
    assertThat(node.state(run, "a")).isInstanceOf(UnitState.Delayed.class);
    node.restarts();
    node.passes(Duration.ofMinutes(1));
    assertThat(node.dispatch(run, "a", 0).attempt().attempt()).isEqualTo(4);
  }

  @Test
  void onlyTheItemsThatFailedAreDoneAgain() {
    var node = node(task("a").forEach(List.of("x", "y", "z"), 2).output("n", ValueType.INT));
    var run = node.start("w");
    node.succeeds(run, "a", 0, Map.of("n", 1L));
    node.fails(run, "a", 1, Failure.of(FailureKind.EXIT, "broke"));
    node.succeeds(run, "a", 2, Map.of("n", 3L));
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);

    node.operate(run, "a", FAILED_AGAIN);
    assertThat(node.runningItems(run)).containsExactly(1);
    node.restarts();
    assertThat(node.runningItems(run)).containsExactly(1);
    node.succeeds(run, "a", 1, Map.of("n", 2L));
    assertThat(node.state(run, "a"))
        .isEqualTo(new UnitState.Succeeded(Map.of("n", List.of(1L, 2L, 3L))));
    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void aForcedSuccessGivesWhatTheTaskPromisesAndLetsTheOthersGoOn() {
    var node = node(task("a").output("n", ValueType.INT), task("b").needs("a"));
    var run = node.start("w");
    node.fails(run, "a");

    var without = node.operate(run, "a", new Verb.ForceSuccess(Map.of()));
    assertThat(without).isInstanceOf(Verdict.Refused.class);
    node.operate(run, "a", new Verb.ForceSuccess(Map.of("n", "7")));
    assertThat(node.state(run, "a")).isEqualTo(new UnitState.Succeeded(Map.of("n", 7L)));
    assertThat(node.running(run)).containsExactly("b");
    var forced = node.ledger().attempts(run).getLast();
    assertThat(node.ledger().attempts(run))
        .anySatisfy(row -> assertThat(row.note()).contains("forced by ada: because"));
    assertThat(forced.id().task()).isEqualTo("b");
  }

  @Test
  void aForcedFailureIsNotTriedAgain() {
    var node = node(task("a").attempts(3, Duration.ofMinutes(1)), task("b"));
    var run = node.start("w");
    node.fails(run, "a");
    node.operate(run, "a", new Verb.ForceFailure());
    node.restarts();

    assertThat(node.state(run, "a"))
        .isEqualTo(new UnitState.Failed(Failure.of(FailureKind.FORCED, "forced by ada: because")));
    assertThat(node.ledger().timers()).isEmpty();
  }

  @Test
  void aTaskIsCancelledAloneAndKilledWhenItDoesNotEnd() {
    var node = node(task("a"), task("b").needs("a"), task("c"));
    var run = node.start("w");
    node.operate(run, "a", new Verb.Cancel());
    node.operate(run, "a", new Verb.Kill());
    assertThat(node.stops())
        .extracting(Effect.Stop::urgency)
        .containsExactly(Effect.Urgency.ASK, Effect.Urgency.KILL);
    node.restarts();
    node.stopped(run, "a");

    assertThat(node.state(run, "a")).isEqualTo(new UnitState.Cancelled());
    assertThat(node.state(run, "b")).isEqualTo(new UnitState.Skipped("a was cancelled"));
    node.succeeds(run, "c");
    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void aTaskThatIsBypassedDoesNotWaitForWhatItNeeds() {
    var node = node(task("a"), task("b").needs("a"));
    var run = node.start("w");
    node.operate(run, "b", new Verb.Bypass());

    assertThat(node.running(run)).containsExactly("a", "b");
  }

  @Test
  void aPausedScheduleSkipsItsDueTimesAndSaysWhy() {
    var node = node(task("a"));
    var schedule =
        WorkflowSketch.schedule("0 9 * * *", WorkflowSketch.none(), Schedule.WhenRunning.ALLOW);
    var by = new Mark.By("ada", "audit", node.now());
    var version = WorkflowSketch.version(workflow("w", task("a")));
    var paused = new Event.Scheduled(version, "w", schedule, node.now(), Optional.of(by));
    node.decide(node.applying(Map.of(1L, paused)));
    node.passes(Duration.ofHours(30));

    assertThat(node.runs("w")).isEmpty();
    assertThat(node.ledger().occurrences())
        .extracting(Change.Occurred::reason)
        .containsExactly(
            "the schedule is paused by ada: audit", "the schedule is paused by ada: audit");
  }
}
