package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class WaitTest {
  @Test
  void aWaitEndsAfterItsTimeAndTakesNoWorker() {
    var node = new Driver(workflow("w", task("a").waits(Duration.ofHours(2))));
    var run = node.start("w");

    node.passes(Duration.ofMinutes(119));
    assertThat(node.state(run, "a")).isInstanceOf(UnitState.Running.class);
    node.passes(Duration.ofMinutes(1));

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
    assertThat(node.dispatched()).isEmpty();
    assertThat(node.ledger().timers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T06:30, 2026-07-01T05:30:00Z",
    "2026-07-01T06:30+02:00, 2026-07-01T04:30:00Z",
    "2026-07-01T06:30:00Z, 2026-07-01T06:30:00Z"
  })
  void aTimeIsLocalUnlessItNamesAnOffset(String until, Instant due) {
    var node = new Driver(workflow("w", task("a").waitsUntil(until)));
    node.start("w");

    assertThat(node.wakes().values()).containsExactly(due);
  }

  @Test
  void aWaitForATimeThatHasPassedIsOverAtOnce() {
    var node =
        new Driver(workflow("w", task("a").waitsUntil("2026-01-01T00:00"), task("b").needs("a")));
    var run = node.start("w");

    assertThat(node.running(run)).containsExactly("b");
  }

  @Test
  void aWaitForSomethingThatIsNoTimeFails() {
    var node = new Driver(workflow("w", task("a").waitsUntil("noon")));
    var run = node.start("w");

    var failure = ((UnitState.Failed) node.state(run, "a")).failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.START);
    assertThat(failure.message()).contains("expected a time such as").endsWith("not 'noon'");
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
  }

  @Test
  void aWaitGoesOnAfterACrash() {
    var node = new Driver(workflow("w", task("a").waits(Duration.ofHours(2))));
    var run = node.start("w");
    node.restarts();
    node.passes(Duration.ofHours(2));

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void aTimerOfARunThatHasEndedIsClearedAndDoesNothing() {
    var node = new Driver(workflow("w", task("a").waits(Duration.ofHours(2))));
    var run = node.start("w");
    var timer = node.wakes().keySet().iterator().next();
    node.cancel(run);

    var decided = node.decide(new Event.Woken(timer));

    assertThat(decided.changes()).containsExactly(new Change.TimerCleared(timer));
  }
}
