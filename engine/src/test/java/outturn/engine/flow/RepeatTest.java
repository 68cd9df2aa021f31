package outturn.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.ValueType;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class RepeatTest {
  private static final Duration EVERY = Duration.ofSeconds(30);

  private static TaskSketch poll(int atMost) {
    return task("poll")
        .output("done", ValueType.BOOLEAN)
        .repeat(scope -> scope.find("tasks.poll.outputs.done").orElseThrow(), EVERY, atMost);
  }

  private static Driver node(TaskSketch... tasks) {
    return new Driver(workflow("w", tasks));
  }

  private static Map<String, Object> done(Object answer) {
    return Map.of("done", answer);
  }

  @Test
  void itIsDoneAgainAfterTheWaitUntilItIsSo() {
    var node = node(poll(10), task("next").needs("poll"));
    var run = node.start("w");
    for (int round = 1; round <= 3; round++) {
      node.succeeds(run, "poll", done(false));
      assertThat(node.running(run)).isEmpty();
      assertThat(node.state(run, "poll"))
          .isEqualTo(new UnitState.Delayed(round + 1, node.now().plus(EVERY)));
      if (round == 2) node.restarts();
      node.passes(EVERY);
    }
    node.restarts();
    node.succeeds(run, "poll", done(true));

    assertThat(node.running(run)).containsExactly("next");
    assertThat(node.ledger().attempts(run)).hasSize(5);
  }

  @Test
  void whatDoesNotComeAboutFails() {
    var node = node(poll(2).attempts(5, Duration.ZERO));
    var run = node.start("w");
    node.succeeds(run, "poll", done(false));
    node.passes(EVERY);
    node.succeeds(run, "poll", done(false));

    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
    var failed = (UnitState.Failed) node.state(run, "poll");
    assertThat(failed.failure().kind()).isEqualTo(FailureKind.UNMET);
    assertThat(failed.failure().message())
        .isEqualTo("repeated 2 times, and it is still not so: ${until}");
  }

  @Test
  void failedAttemptsCountAnewInEachRound() {
    var node = node(poll(10).attempts(2, Duration.ofSeconds(5)));
    var run = node.start("w");
    for (int round = 0; round < 3; round++) {
      node.fails(run, "poll");
      node.passes(Duration.ofSeconds(5));
      node.restarts();
      node.succeeds(run, "poll", done(false));
      node.passes(EVERY);
    }
    node.fails(run, "poll");
    node.passes(Duration.ofSeconds(5));
    node.fails(run, "poll");

    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
  }

  @Test
  void aConditionWithoutAnAnswerFails() {
    var node =
        node(
            task("poll")
                .repeat(
                    _ -> {
                      throw new EvaluationFailed("no answer");
                    },
                    EVERY,
                    5));
    var run = node.start("w");
    node.succeeds(run, "poll");

    assertThat(((UnitState.Failed) node.state(run, "poll")).failure().message())
        .isEqualTo("repeat until: no answer");
  }

  @Test
  void aCancelledOneIsNotDoneAgain() {
    var node = node(poll(10));
    var run = node.start("w");
    node.cancel(run);
    node.succeeds(run, "poll", done(false));

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.state(run, "poll")).isEqualTo(new UnitState.Cancelled());
  }

  @Test
  void itemsAreRepeatedEachForItself() {
    var node = node(poll(10).forEach(List.of("a", "b"), 2));
    var run = node.start("w");
    node.succeeds(run, "poll", 0, done(true));
    node.succeeds(run, "poll", 1, done(false));
    node.restarts();
    node.passes(EVERY);
    node.succeeds(run, "poll", 1, done(true));

    assertThat(node.state(run, "poll"))
        .isEqualTo(new UnitState.Succeeded(Map.of("done", List.of(true, true))));
  }
}
