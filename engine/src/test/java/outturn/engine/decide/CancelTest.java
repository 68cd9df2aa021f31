package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.Task;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.WorkflowSketch;
import outturn.engine.run.AttemptState;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class CancelTest {
  private static Driver node(TaskSketch... tasks) {
    return new Driver(workflow("w", tasks)).pool("db", 1);
  }

  @Test
  void aRunningAttemptIsToldToStopAndTheRunEndsWhenItHas() {
    var node = node(task("a"), task("b").needs("a"));
    var run = node.start("w");
    node.cancel(run);

    assertThat(node.stops()).extracting(stop -> stop.attempt().task()).containsExactly("a");
    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
    assertThat(node.ledger().run(run).cancelledBy()).contains("ada");
    assertThat(node.state(run, "b")).isEqualTo(new UnitState.Cancelled());
    node.stopped(run, "a");
    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.last().changes())
        .contains(
            new Change.RunEnded(
                run, RunState.CANCELLED, node.now(), Optional.of("cancelled by ada"), 0));
  }

  @Test
  void anAttemptThatSucceedsAllTheSameHasSucceeded() {
    var node = node(task("a"));
    var run = node.start("w");
    node.cancel(run);
    node.succeeds(run, "a");

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void theMessageIsTakenEvenWhenTheRunHasEnded() {
    var node = node();
    var run = node.start("w");

    var decided = node.decide(new Event.Delivered(42, Optional.of(new Event.Cancel(run, "ada"))));

    assertThat(decided.changes()).containsExactly(new Change.MessageTaken(42));
  }

  @Test
  void aSecondCancelChangesNothing() {
    var node = node(task("a"));
    var run = node.start("w");
    node.cancel(run);
    node.cancel(run);

    assertThat(node.stops()).hasSize(1);
    assertThat(node.last().changes()).isEmpty();
  }

  @Test
  void aTaskThatWantsAPoolWantsItNoMore() {
    var node = node(task("a").pool("db", 1));
    var first = node.start("w");
    var second = node.start("w");
    var third = node.start("w");
    node.cancel(second);

    assertThat(node.state(second)).isEqualTo(RunState.CANCELLED);
    node.succeeds(first, "a");
    assertThat(node.running(third)).containsExactly("a");
  }

  @Test
  void aTaskThatIsToBeTriedAgainIsNot() {
    var node = node(task("a").attempts(3, Duration.ofMinutes(1)));
    var run = node.start("w");
    node.fails(run, "a");
    node.cancel(run);

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.ledger().timers()).isEmpty();
    node.passes(Duration.ofMinutes(2));
    assertThat(node.running(run)).isEmpty();
  }

  @Test
  void anAttemptThatFailsAfterwardsIsNotTriedAgain() {
    var node = node(task("a").attempts(3, Duration.ofMinutes(1)));
    var run = node.start("w");
    node.cancel(run);
    node.fails(run, "a");

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.state(run, "a")).isEqualTo(new UnitState.Cancelled());
  }

  @Test
  void anAttemptThatIsLostAfterwardsIsACancelledOne() {
    var node = node(task("a").onLost(Task.OnLost.FAIL));
    var run = node.start("w");
    node.cancel(run);
    node.loses(run, "a");

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.ledger().attempts(run).getFirst().state()).isEqualTo(AttemptState.CANCELLED);
  }

  @Test
  void aTaskThatAsksAPersonIsAnsweredByIt() {
    var node = node(task("a"));
    var run = node.start("w");
    node.loses(run, "a");
    node.cancel(run);

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void aWaitIsOverAtOnce() {
    var node = node(task("a").waits(Duration.ofDays(30)));
    var run = node.start("w");
    node.cancel(run);

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.ledger().timers()).isEmpty();
  }

  @Test
  void aForEachTaskEndsWhenItsRunningItemsHave() {
    var node = node(task("a").forEach(List.of("x", "y", "z"), 2).pool("db", 1));
    var run = node.start("w");
    node.cancel(run);

    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
    node.stopped(run, "a");
    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.ledger().grants()).isEmpty();
  }

  @Test
  void aRunThatWaitsForItsTurnEndsAtOnce() {
    var node = node(task("a"));
    var waiting = queuedBehindAnother(node);
    node.cancel(waiting);

    assertThat(node.state(waiting)).isEqualTo(RunState.CANCELLED);
    assertThat(node.ledger().attempts(waiting)).isEmpty();
  }

  @Test
  void afterACrashTheStopIsSaidAgain() {
    var node = node(task("a"));
    var run = node.start("w");
    node.cancel(run);
    node.restarts();

    assertThat(node.stops()).hasSize(2);
  }

  private static RunId queuedBehindAnother(Driver node) {
    node.schedules(
        "w",
        WorkflowSketch.schedule("0 * * * *", WorkflowSketch.none(), Schedule.WhenRunning.QUEUE));
    node.passes(Duration.ofHours(2));
    return node.runs("w").getLast();
  }
}
