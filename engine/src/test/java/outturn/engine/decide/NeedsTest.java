package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.definition.workflow.Task.End.FAILED;
import static outturn.definition.workflow.Task.End.SKIPPED;
import static outturn.definition.workflow.Task.End.SUCCEEDED;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.TaskSketch.value;
import static outturn.engine.WorkflowSketch.workflow;

import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class NeedsTest {
  private static Driver node(TaskSketch... tasks) {
    return new Driver(workflow("w", tasks));
  }

  @Test
  void aChainRunsOneAfterTheOther() {
    var node = node(task("a"), task("b").needs("a"), task("c").needs("b"));
    var run = node.start("w");

    assertThat(node.running(run)).containsExactly("a");
    node.succeeds(run, "a");
    assertThat(node.running(run)).containsExactly("b");
    node.succeeds(run, "b");
    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
    node.succeeds(run, "c");

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
    assertThat(node.world().run(run)).isEmpty();
  }

  @Test
  void theEndOfADiamondWaitsForBothSides() {
    var node =
        node(task("a"), task("b").needs("a"), task("c").needs("a"), task("d").needs("b", "c"));
    var run = node.start("w");
    node.succeeds(run, "a");

    assertThat(node.running(run)).containsExactly("b", "c");
    node.succeeds(run, "c");
    assertThat(node.running(run)).containsExactly("b");
    node.succeeds(run, "b");
    assertThat(node.running(run)).containsExactly("d");
  }

  @Test
  void aWorkflowWithoutTasksSucceedsAtOnce() {
    var node = node();

    assertThat(node.state(node.start("w"))).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void whatNeedsAFailedTaskIsSkippedAndSoIsWhatNeedsThat() {
    var node = node(task("a"), task("b").needs("a"), task("c").needs("b"));
    var run = node.start("w");
    node.fails(run, "a");

    assertThat(node.state(run, "b")).isEqualTo(new UnitState.Skipped("a failed"));
    assertThat(node.state(run, "c")).isEqualTo(new UnitState.Skipped("b was skipped"));
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
  }

  @Test
  void aTaskMayNeedTheFailureOfAnother() {
    var node = node(task("a"), task("mend").needs("a", FAILED), task("b").needs("a"));
    var run = node.start("w");
    node.fails(run, "a");

    assertThat(node.running(run)).containsExactly("mend");
    node.succeeds(run, "mend");
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
  }

  @Test
  void aTaskThatNeedsAFailureIsSkippedWhenThereIsNone() {
    var node = node(task("a"), task("mend").needs("a", FAILED));
    var run = node.start("w");
    node.succeeds(run, "a");

    assertThat(node.state(run, "mend")).isEqualTo(new UnitState.Skipped("a succeeded"));
    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void aTaskMayAcceptThatAnotherWasSkipped() {
    var node = node(task("a").when("no", _ -> false), task("b").needs("a", SUCCEEDED, SKIPPED));
    var run = node.start("w");

    assertThat(node.running(run)).containsExactly("b");
  }

  @Test
  void whenItsConditionIsFalseATaskIsSkipped() {
    var node = node(task("a").when("1 > 2", _ -> false));
    var run = node.start("w");

    assertThat(node.state(run, "a")).isEqualTo(new UnitState.Skipped("when: ${1 > 2} is false"));
    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void aConditionSeesTheOutputsOfWhatTheTaskNeeds() {
    var many =
        task("b")
            .needs("a")
            .when("many", scope -> (Long) value("tasks.a.outputs.row_count").evaluate(scope) > 5);
    var node = node(task("a"), many);
    var few = node.start("w");
    node.succeeds(few, "a", Map.of("row-count", 3L));
    var lots = node.start("w");
    node.succeeds(lots, "a", Map.of("row-count", 9L));

    assertThat(node.state(few, "b")).isInstanceOf(UnitState.Skipped.class);
    assertThat(node.running(lots)).containsExactly("b");
  }

  @Test
  void aConditionWithoutAnAnswerFailsTheTaskBeforeItStarts() {
    var node =
        node(
            task("a")
                .when(
                    "?",
                    _ -> {
                      throw new EvaluationFailed("divided by zero");
                    }));
    var run = node.start("w");

    var failed = (UnitState.Failed) node.state(run, "a");
    assertThat(failed.failure().kind()).isEqualTo(FailureKind.START);
    assertThat(failed.failure().message()).isEqualTo("divided by zero");
    assertThat(node.dispatched()).isEmpty();
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
  }

  @Test
  void aLongChainOfSkippedTasksNeedsNoDeepStack() {
    var tasks = new TaskSketch[5000];
    tasks[0] = task("t0").when("no", _ -> false);
    for (int n = 1; n < tasks.length; n++) tasks[n] = task("t" + n).needs("t" + (n - 1));
    var node = node(tasks).mostChanges(100_000);

    assertThat(node.state(node.start("w"))).isEqualTo(RunState.SUCCEEDED);
  }
}
