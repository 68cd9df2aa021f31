package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.TaskSketch.value;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.ValueType;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class ForEachTest {
  private static Driver node(TaskSketch... tasks) {
    return new Driver(workflow("w", tasks));
  }

  @Test
  void noMoreItemsRunAtOnceThanAllowed() {
    var node = node(task("a").forEach(List.of("n", "e", "s", "w"), 2));
    var run = node.start("w");

    assertThat(node.runningItems(run)).containsExactly(0, 1);
    node.succeeds(run, "a", 1, Map.of());
    assertThat(node.runningItems(run)).containsExactly(0, 2);
  }

  @Test
  void eachItemSeesItsElementAndItsPlace() {
    var node = node(task("a").forEach(List.of("north", "south"), 2));
    var run = node.start("w");

    var scope = node.dispatch(run, "a", 1).scope();
    assertThat(scope.find("item")).contains("south");
    assertThat(scope.find("itemIndex")).contains(1L);
  }

  @Test
  void theOutputsOfTheItemsAreAListInTheirOrder() {
    var node =
        node(
            task("a").forEach(List.of("x", "y", "z"), 3).output("rows", ValueType.INT),
            task("b").needs("a"));
    var run = node.start("w");
    node.succeeds(run, "a", 2, Map.of("rows", 30L));
    node.succeeds(run, "a", 0, Map.of("rows", 10L));
    node.succeeds(run, "a", 1, Map.of("rows", 20L));

    assertThat(node.state(run, "a"))
        .isEqualTo(new UnitState.Succeeded(Map.of("rows", List.of(10L, 20L, 30L))));
    assertThat(node.dispatch(run, "b", 0).scope().find("tasks.a.outputs.rows"))
        .contains(List.of(10L, 20L, 30L));
  }

  @Test
  void theRowOfTheListKeepsTheListWhenTheTaskHasEnded() {
    var node =
        node(
            task("a").forEach(List.of("x"), 1).output("rows", ValueType.INT), task("b").needs("a"));
    var run = node.start("w");
    node.succeeds(run, "a", 0, Map.of("rows", 10L));

    node.restarts();

    assertThat(node.state(run, "a"))
        .isEqualTo(new UnitState.Succeeded(Map.of("rows", List.of(10L))));
  }

  @Test
  void anEmptyListSucceedsAtOnce() {
    var node = node(task("a").forEach(List.of(), 2).output("rows", ValueType.INT));
    var run = node.start("w");

    assertThat(node.state(run, "a")).isEqualTo(new UnitState.Succeeded(Map.of("rows", List.of())));
    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void aListThatIsTooLongFailsTheTask() {
    var node = node(task("a").forEach(Collections.nCopies(10_001, "x"), 2));

    assertThat(failure(node, node.start("w")).message())
        .isEqualTo("forEach: a list of 10001, and at most 10000 are allowed");
  }

  @Test
  void aListWithAHoleFailsTheTask() {
    var node = node(task("a").forEach(Arrays.asList("x", null), 2));

    assertThat(failure(node, node.start("w")).message())
        .isEqualTo("forEach: the list holds nothing at index 1");
  }

  @Test
  void whatIsNoListFailsTheTask() {
    var node = node(task("a").forEach(_ -> "north", 2));

    assertThat(failure(node, node.start("w")).message()).isEqualTo("forEach: not a list");
  }

  @Test
  void aMissingListFailsTheTask() {
    var node = node(task("a").forEach(value("inputs.none"), 2));

    assertThat(failure(node, node.start("w")))
        .isEqualTo(Failure.of(FailureKind.START, "no inputs.none"));
  }

  @Test
  void oneFailedItemFailsTheTaskWhenAllHaveEnded() {
    var node = node(task("a").forEach(List.of("x", "y", "z"), 1));
    var run = node.start("w");
    node.succeeds(run, "a", 0, Map.of());
    node.fails(run, "a", 1, Failure.of(FailureKind.ANSWER, "no such depot"));

    assertThat(node.runningItems(run)).containsExactly(2);
    node.succeeds(run, "a", 2, Map.of());
    assertThat(failure(node, run))
        .isEqualTo(Failure.of(FailureKind.ANSWER, "1 of 3 items failed; the first: no such depot"));
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
  }

  @Test
  void anItemIsTriedAgainByItself() {
    var node = node(task("a").forEach(List.of("x", "y"), 2).attempts(2, Duration.ofMinutes(1)));
    var run = node.start("w");
    node.fails(run, "a", 1, Failure.of(FailureKind.EXIT, "broke"));
    node.passes(Duration.ofMinutes(1));

    assertThat(node.dispatch(run, "a", 1).attempt()).isEqualTo(new AttemptId(run, "a", 1, 2));
    assertThat(node.dispatch(run, "a", 0).attempt()).isEqualTo(new AttemptId(run, "a", 0, 1));
  }

  @Test
  void onlyItemsThatBeganHaveRows() {
    var node = node(task("a").forEach(Collections.nCopies(500, "x"), 3));
    var run = node.start("w");

    assertThat(node.ledger().attempts(run)).hasSize(4);
  }

  @Test
  void aCancelledRunBeginsNoMoreItems() {
    var node = node(task("a").forEach(List.of("x", "y", "z"), 1));
    var run = node.start("w");
    node.cancel(run);
    node.succeeds(run, "a", 0, Map.of());

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.ledger().attempts(run))
        .extracting(row -> row.id().item(), row -> row.state())
        .containsExactly(
            Tuple.tuple(-1, AttemptState.CANCELLED), Tuple.tuple(0, AttemptState.SUCCEEDED));
  }

  @Test
  void aRunWithAnEmptyListCanBeCancelled() {
    var node = node(task("a").forEach(List.of(), 1), task("b").needs("a"));
    var run = node.start("w");
    node.cancel(run);
    node.stopped(run, "b");

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void aWideListContinuesOverSeveralBatches() {
    var node =
        node(task("a").forEach(Collections.nCopies(1000, "x"), 1000).waits(Duration.ofMinutes(1)))
            .mostChanges(300);
    var run = node.start("w");

    assertThat(node.world().settled()).isFalse();
    assertThat(node.ledger().attempts(run)).hasSizeLessThan(310);
    while (!node.world().settled()) {
      assertThat(node.decide().changes()).hasSizeLessThan(310);
    }
    assertThat(node.ledger().attempts(run)).hasSize(1001);
  }

  @Test
  void whatABatchLeftOpenIsTakenUpAfterACrash() {
    var node =
        node(task("a").forEach(Collections.nCopies(100, "x"), 100).waits(Duration.ofMinutes(1)))
            .mostChanges(30);
    var run = node.start("w");

    node.restarts();
    while (!node.world().settled()) node.decide();

    assertThat(node.ledger().attempts(run)).hasSize(101);
  }

  private static Failure failure(Driver node, RunId run) {
    return ((UnitState.Failed) node.state(run, "a")).failure();
  }
}
