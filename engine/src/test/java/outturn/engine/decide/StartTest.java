package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.ValueType;
import outturn.engine.Driver;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;

class StartTest {
  @Test
  void aRunAndTheKeyOfItsRequestAreWrittenTogether() {
    var node = new Driver(workflow("w", task("a")));
    var key = new Event.Key("ada", "4711", "hash");
    var id = node.world().ids().next(node.now());
    var decided = node.decide(node.starting(id, "w", Map.of(), Optional.of(key)));

    assertThat(decided.changes()).contains(new Change.KeyKept(key, id, node.now()));
    assertThat(node.ledger().keptFor(key)).contains(id);
  }

  @Test
  void anExpressionSeesTheRunAndItsInputs() {
    var node = new Driver(workflow("w", task("a")).input("top-n", ValueType.INT));
    var run = node.start("w", Map.of("top-n", 3));

    var scope = node.dispatch(run, "a", 0).scope();
    assertThat(scope.values())
        .containsEntry("run.id", run.toString())
        .containsEntry("run.due", "")
        .containsEntry("workflow.name", "w")
        .containsEntry("businessDate", "2026-03-02")
        .containsEntry("inputs.top_n", 3L);
  }

  @Test
  void someoneWhoWatchesHearsOfEachChange() {
    var node = new Driver(workflow("w", task("a")));
    var run = node.start("w");
    assertThat(node.last().effects()).contains(new Effect.Changed(run, RunState.RUNNING));
    node.succeeds(run, "a");

    assertThat(node.last().effects()).contains(new Effect.Changed(run, RunState.SUCCEEDED));
  }

  @Test
  void aTimersTextReadsBack() {
    var timer = new Timer(new RunId(5), Timer.Kind.RETRY, "load-it", -1, 3);

    assertThat(timer.what()).isEqualTo("retry:load-it:-1:3");
    assertThat(Timer.parse(new RunId(5), timer.what())).isEqualTo(timer);
    assertThat(Timer.parse(new RunId(5), Timer.start(new RunId(5)).what()))
        .isEqualTo(Timer.start(new RunId(5)));
  }

  @Test
  void theSameWorldAndEventsGiveTheSameAnswer() {
    assertThat(story()).isEqualTo(story());
  }

  private static String story() {
    var node = new Driver(workflow("w", task("a"), task("b").needs("a")));
    node.clock(Instant.parse("2026-03-02T10:00:00Z"));
    var run = node.start("w");
    node.succeeds(run, "a");
    return node.ledger().attempts().toString() + node.ledger().runs();
  }
}
