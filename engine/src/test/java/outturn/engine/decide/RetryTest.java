package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.definition.workflow.Retry;
import outturn.definition.workflow.Retry.Backoff;
import outturn.definition.workflow.Task;
import outturn.engine.Driver;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class RetryTest {
  private static final Failure EXIT_3 = new Failure(FailureKind.EXIT, Optional.of(3), "exit 3");

  private static Driver node(Retry retry) {
    return new Driver(workflow("w", task("a").retry(retry)));
  }

  private static Retry retry(int attempts, int seconds, Backoff backoff) {
    return new Retry(
        attempts, Duration.ofSeconds(seconds), backoff, Duration.ofSeconds(50), Set.of(), Set.of());
  }

  /// The waits between the attempts, each of which fails.
  private static List<Duration> waits(Driver node) {
    var run = node.start("w");
    var waits = new ArrayList<Duration>();
    while (node.state(run) == RunState.RUNNING) {
      node.fails(run, "a");
      if (node.nextDue().isEmpty()) break;
      var before = node.now();
      node.passes(Duration.between(before, node.nextDue().get()));
      waits.add(Duration.between(before, node.now()));
    }
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
    return waits;
  }

  @Test
  void theWaitIsTheSameEachTimeWhenItIsFixed() {
    assertThat(waits(node(retry(3, 30, Backoff.FIXED))))
        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30));
  }

  @Test
  void theWaitDoublesUpToItsLimitWhenItIsExponential() {
    assertThat(waits(node(retry(5, 10, Backoff.EXPONENTIAL))))
        .extracting(Duration::toSeconds)
        .containsExactly(10L, 20L, 40L, 50L);
  }

  @Test
  void withoutRetryTheFirstFailureIsTheLast() {
    assertThat(waits(node(Retry.NEVER))).isEmpty();
  }

  @Test
  void aTaskThatSucceedsAtLastSucceeds() {
    var node = node(retry(2, 10, Backoff.FIXED));
    var run = node.start("w");
    node.fails(run, "a");
    node.passes(Duration.ofSeconds(10));
    node.succeeds(run, "a");

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
    assertThat(node.ledger().attempts(run)).hasSize(2);
  }

  @Test
  void onlyTheNamedKindsOfFailureAreTriedAgain() {
    var node =
        node(
            new Retry(
                2,
                Duration.ofSeconds(1),
                Backoff.FIXED,
                Duration.ofSeconds(1),
                Set.of(3),
                Set.of(FailureKind.TIMEOUT)));

    assertThat(afterFailing(node, EXIT_3)).isInstanceOf(UnitState.Delayed.class);
    assertThat(afterFailing(node, Failure.of(FailureKind.TIMEOUT, "slow")))
        .isInstanceOf(UnitState.Delayed.class);
    assertThat(afterFailing(node, Failure.of(FailureKind.CONNECTION, "no route")))
        .isInstanceOf(UnitState.Failed.class);
    assertThat(afterFailing(node, new Failure(FailureKind.EXIT, Optional.of(4), "exit 4")))
        .isInstanceOf(UnitState.Failed.class);
  }

  private static UnitState afterFailing(Driver node, Failure failure) {
    var run = node.start("w");
    node.fails(run, "a", 0, failure);
    return node.state(run, "a");
  }

  @Test
  void aLostAttemptDoesNotUseUpATry() {
    var node =
        new Driver(
            workflow("w", task("a").retry(retry(2, 10, Backoff.FIXED)).onLost(Task.OnLost.RETRY)));
    var run = node.start("w");
    node.loses(run, "a");
    node.fails(run, "a");

    assertThat(node.state(run, "a")).isInstanceOf(UnitState.Delayed.class);
  }

  @Test
  void aRetryWhoseTimerHasFiredIsNotForgottenInACrash() {
    var node =
        new Driver(
                workflow("w", task("a").attempts(2, Duration.ofMinutes(1)).pool("db", 1)),
                workflow("other", task("b").pool("db", 1)))
            .pool("db", 1);
    var run = node.start("w");
    var other = node.start("other");
    node.fails(run, "a");
    node.passes(Duration.ofMinutes(1));
    assertThat(node.state(run, "a")).isInstanceOf(UnitState.Ready.class);

    node.restarts();
    node.passes(Duration.ofMinutes(1));
    node.succeeds(other, "b");

    assertThat(node.running(run)).containsExactly("a");
  }
}
