package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.pool.Lane;
import outturn.engine.run.UnitState;

class PoolsTest {
  @Test
  void aGrantIsWrittenWithTheAttemptAndDeletedWithItsEnd() {
    var node = new Driver(workflow("w", task("a").pool("db", 2))).pool("db", 2);
    var run = node.start("w");
    var token = node.dispatch(run, "a", 0).token();

    assertThat(node.ledger().grants())
        .containsExactly(Map.entry(token, new Change.Granted(run, token, Map.of("db", 2))));
    node.succeeds(run, "a");
    assertThat(node.ledger().grants()).isEmpty();
  }

  @Test
  void aTaskWithoutPoolsWritesNoGrant() {
    var node = new Driver(workflow("w", task("a")));
    node.start("w");

    assertThat(node.ledger().grants()).isEmpty();
  }

  @Test
  void runsShareAPoolOneAfterTheOther() {
    var node = new Driver(workflow("w", task("a").pool("db", 1))).pool("db", 1);
    var first = node.start("w");
    node.clock(node.now().plusSeconds(1));
    var second = node.start("w");

    assertThat(node.state(second, "a")).isInstanceOf(UnitState.Ready.class);
    node.fails(first, "a");
    assertThat(node.running(second)).containsExactly("a");
  }

  @Test
  void eachItemHoldsThePoolForItself() {
    var node =
        new Driver(workflow("w", task("a").forEach(List.of("x", "y", "z"), 3).pool("db", 1)))
            .pool("db", 2);
    var run = node.start("w");

    assertThat(node.runningItems(run)).containsExactly(0, 1);
    node.fails(run, "a", 0, Failure.of(FailureKind.EXIT, "broke"));
    assertThat(node.runningItems(run)).containsExactly(1, 2);
  }

  @Test
  void aTaskThatWaitsForItsNextAttemptHoldsNothing() {
    var node =
        new Driver(
                workflow("w", task("a").pool("db", 1).attempts(2, Duration.ofMinutes(5))),
                workflow("other", task("b").pool("db", 1)))
            .pool("db", 1);
    var run = node.start("w");
    var other = node.start("other");
    node.fails(run, "a");

    assertThat(node.running(other)).containsExactly("b");
    node.passes(Duration.ofMinutes(5));
    assertThat(node.state(run, "a")).isInstanceOf(UnitState.Ready.class);
  }

  @Test
  void aLaneHoldsNoMoreAttemptsThanItHasSlots() {
    var node =
        new Driver(workflow("w", task("a"), task("b"), task("c").sql())).slots(Lane.PROCESS, 1);
    var run = node.start("w");

    assertThat(node.running(run)).containsExactly("a", "c");
    node.succeeds(run, "a");
    assertThat(node.running(run)).containsExactly("c", "b");
  }

  @Test
  void afterACrashRunningAttemptsStillHoldTheirPools() {
    var node = new Driver(workflow("w", task("a").pool("db", 1))).pool("db", 1);
    var first = node.start("w");
    var second = node.start("w");
    node.restarts();

    assertThat(node.world().capacity().used("db")).isEqualTo(1);
    assertThat(node.running(second)).isEmpty();
    node.succeeds(first, "a");
    assertThat(node.running(second)).containsExactly("a");
  }

  @Test
  void applyMakesAPoolLargerForThoseWhoWait() {
    var node = new Driver(workflow("w", task("a").pool("db", 1))).pool("db", 1);
    node.start("w");
    var second = node.start("w");
    node.pool("db", 2);
    node.decide(node.applying(Map.of()));

    assertThat(node.running(second)).containsExactly("a");
  }
}
