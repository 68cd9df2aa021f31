package outturn.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.definition.workflow.Task.End;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.decide.Change;
import outturn.engine.run.Ending;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class ToleranceTest {
  private static Driver node(TaskSketch... tasks) {
    return new Driver(workflow("w", tasks));
  }

  private static int warnings(Driver node, RunId run) {
    return node.last().changes().stream()
        .filter(Change.RunEnded.class::isInstance)
        .map(Change.RunEnded.class::cast)
        .filter(ended -> ended.run().equals(run))
        .findFirst()
        .orElseThrow()
        .warnings();
  }

  @Test
  void whatNeedsItSucceededGoesOnAfterAToleratedFailure() {
    var node = node(task("a").tolerated(), task("b").needs("a"));
    var run = node.start("w");

    node.fails(run, "a");

    assertThat(node.running(run)).containsExactly("b");
    node.succeeds(run, "b");
    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
    assertThat(warnings(node, run)).isEqualTo(1);
    assertThat(Ending.warnings(node.run(run))).isEqualTo(1);
    assertThat(node.state(run, "a")).isInstanceOf(UnitState.Failed.class);
  }

  @Test
  void whatNeedsItFailedRunsToo() {
    var node =
        node(
            task("a").tolerated(),
            task("mend").needs("a", End.FAILED),
            task("b").needs("a").needs("mend", End.SUCCEEDED, End.SKIPPED));
    var run = node.start("w");

    node.fails(run, "a");
    assertThat(node.running(run)).containsExactly("mend");
    node.succeeds(run, "mend");
    node.succeeds(run, "b");

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void itsRetriesComeFirst() {
    var node = node(task("a").tolerated().attempts(2, Duration.ofMinutes(1)), task("b").needs("a"));
    var run = node.start("w");

    node.fails(run, "a");
    assertThat(node.running(run)).isEmpty();
    node.passes(Duration.ofMinutes(1));
    node.fails(run, "a");

    assertThat(node.running(run)).containsExactly("b");
  }

  @Test
  void aFailureThatCountsStillFailsTheRun() {
    var node = node(task("a").tolerated(), task("b"));
    var run = node.start("w");

    node.fails(run, "a");
    node.fails(run, "b");

    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
    assertThat(warnings(node, run)).isEqualTo(1);
  }

  @Test
  void itemsThatFailedAreOneWarning() {
    var node = node(task("a").tolerated().forEach(List.of(1, 2, 3), 3), task("b").needs("a"));
    var run = node.start("w");

    node.succeeds(run, "a", 0, Map.of());
    for (int item = 1; item < 3; item++) {
      node.fails(run, "a", item, Failure.of(FailureKind.EXIT, "broke"));
    }
    node.restarts();
    node.succeeds(run, "b");

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
    assertThat(warnings(node, run)).isEqualTo(1);
  }
}
