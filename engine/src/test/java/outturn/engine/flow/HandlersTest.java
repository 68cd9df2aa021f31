package outturn.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.TaskSketch.value;
import static outturn.engine.WorkflowSketch.workflow;

import java.util.List;
import org.junit.jupiter.api.Test;
import outturn.definition.flow.Section;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Task.End;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.run.Ending;
import outturn.engine.run.Loss;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class HandlersTest {
  private static Driver node(TaskSketch... tasks) {
    return new Driver(workflow("w", tasks));
  }

  private static Driver all() {
    return node(
        task("a"),
        task("b").needs("a"),
        task("good").in(Section.ON_SUCCESS),
        task("bad").in(Section.ON_FAILURE),
        task("worse").in(Section.ON_FAILURE).needs("bad"),
        task("last").in(Section.ALWAYS));
  }

  @Test
  void afterASuccessItsHandlersRunAndThenWhatIsDoneAlways() {
    var node = all();
    var run = node.start("w");
    node.succeeds(run, "a");
    assertThat(node.running(run)).containsExactly("b");
    node.succeeds(run, "b");
    assertThat(node.running(run)).containsExactly("good");
    assertThat(node.state(run, "bad")).isEqualTo(new UnitState.Skipped("the run succeeded"));
    node.restarts();
    node.succeeds(run, "good");
    assertThat(node.running(run)).containsExactly("last");
    node.succeeds(run, "last");

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void afterAFailureItsHandlersRunInTheirOrder() {
    var node = all();
    var run = node.start("w");
    node.fails(run, "a");
    assertThat(node.running(run)).containsExactly("bad");
    node.succeeds(run, "bad");
    assertThat(node.running(run)).containsExactly("worse");
    node.succeeds(run, "worse");
    node.succeeds(run, "last");

    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
    assertThat(node.state(run, "good")).isEqualTo(new UnitState.Skipped("the run failed"));
  }

  @Test
  void aHandlerThatFailsIsAWarning() {
    var node = all();
    var run = node.start("w");
    node.succeeds(run, "a");
    node.succeeds(run, "b");
    node.fails(run, "good");
    node.fails(run, "last");

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
    assertThat(Ending.warnings(node.run(run))).isEqualTo(2);
  }

  @Test
  void aHandlerKnowsWhatTheRunCameTo() {
    var node =
        node(
            task("a"),
            task("b"),
            task("tell").in(Section.ON_FAILURE).forEach(value("run.failedTasks"), 1),
            task("last")
                .in(Section.ALWAYS)
                .when("state", scope -> scope.find("run.state").orElseThrow().equals("failed")));
    var run = node.start("w");
    node.fails(run, "b");
    node.succeeds(run, "a");

    assertThat(node.run(run).task("tell").items()).isEqualTo(List.of("b"));
    node.succeeds(run, "tell");
    assertThat(node.running(run)).containsExactly("last");
  }

  @Test
  void aHandlerMayBeForOneTaskAlone() {
    var node =
        node(task("a"), task("b"), task("mend").in(Section.ON_FAILURE).needs("a", End.FAILED));
    var run = node.start("w");
    node.succeeds(run, "a");
    node.fails(run, "b");

    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
    assertThat(node.state(run, "mend")).isEqualTo(new UnitState.Skipped("a succeeded"));
  }

  @Test
  void aCancelledRunDoesWhatIsDoneAlwaysWhenAllElseHasEnded() {
    var node = all();
    var run = node.start("w");
    node.cancel(run);
    assertThat(node.running(run)).containsExactly("a");
    node.restarts();
    node.stopped(run, "a");
    assertThat(node.running(run)).containsExactly("last");
    node.cancel(run);
    node.restarts();
    assertThat(node.running(run)).containsExactly("last");
    node.succeeds(run, "last");

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.state(run, "bad")).isEqualTo(new UnitState.Cancelled());
  }

  @Test
  void aCancelThatFindsNothingToCancelChangesNoEnd() {
    var node = node(task("a").when("no", _ -> false), task("last").in(Section.ALWAYS));
    var run = node.start("w");

    node.cancel(run);

    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
    node.succeeds(run, "last");
    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void nobodyIsAskedAboutWhatWasLostOfACancelledRun() {
    var node = node(task("a"), task("last").in(Section.ALWAYS).onLost(Task.OnLost.ASK));
    var run = node.start("w");
    node.succeeds(run, "a");
    node.loses(run, "last");
    assertThat(node.state(run, "last")).isInstanceOf(UnitState.Asking.class);

    node.cancel(run);

    assertThat(node.state(run, "last")).isEqualTo(new UnitState.Failed(Loss.FAILURE));
    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void handlersOfARunWithoutWorkRun() {
    var node = node(task("last").in(Section.ALWAYS));
    var run = node.start("w");

    node.succeeds(run, "last");

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }
}
