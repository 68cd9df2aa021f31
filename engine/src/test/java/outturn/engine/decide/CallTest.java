package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.TaskSketch.value;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.Expression;
import outturn.definition.expression.Template;
import outturn.definition.expression.ValueType;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.WorkflowSketch;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Origin;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class CallTest {
  private static final WorkflowSketch CHILD = workflow("child", task("work"));
  private Driver node;

  private RunId parentThat(TaskSketch call) {
    node = new Driver(CHILD, workflow("parent", call, task("after").needs("call")));
    return node.start("parent");
  }

  @AfterEach
  void noChildIsRememberedThatIsNotThere() {
    assertThat(node.world().runs().keySet()).containsAll(node.world().children().values());
  }

  @Test
  void aCallMakesARunInItsParentsPartition() {
    var parent = parentThat(task("call").calls("child"));
    var child = node.child(parent, "call");

    assertThat(child.partition()).isEqualTo(parent.partition());
    assertThat(node.running(child)).containsExactly("work");
    var order = node.ledger().run(child).order();
    assertThat(order.businessDate()).isEqualTo(node.ledger().run(parent).order().businessDate());
    assertThat(order.origin()).isEqualTo(new Origin.Parent(new AttemptId(parent, "call", 0, 1)));
  }

  @Test
  void theCallEndsAsTheChildEnds() {
    var parent = parentThat(task("call").calls("child"));
    node.succeeds(node.child(parent, "call"), "work");

    assertThat(node.running(parent)).containsExactly("after");
  }

  @Test
  void aFailedChildFailsTheCall() {
    var parent = parentThat(task("call").calls("child"));
    var child = node.child(parent, "call");
    node.fails(child, "work");

    assertThat(node.state(parent, "call"))
        .isEqualTo(
            new UnitState.Failed(
                Failure.of(
                    FailureKind.ANSWER, "the called run %s ended as failed".formatted(child))));
    assertThat(node.state(parent)).isEqualTo(RunState.FAILED);
  }

  @Test
  void aChildThatAPersonCancelsFailsTheCall() {
    var parent = parentThat(task("call").calls("child"));
    var child = node.child(parent, "call");
    node.cancel(child);
    node.stopped(child, "work");

    assertThat(node.state(parent, "call")).isInstanceOf(UnitState.Failed.class);
    assertThat(node.state(parent)).isEqualTo(RunState.FAILED);
  }

  @Test
  void theChildGetsTheInputsThatTheCallNames() {
    var region = new Template.Single(new Expression("item", ValueType.STRING, value("item")));
    node =
        new Driver(
            workflow("child", task("work")).input("region", ValueType.STRING),
            workflow(
                "parent",
                task("call")
                    .forEach(List.of("north", "south"), 2)
                    .calls("child", Map.of("region", region))));
    node.start("parent");

    assertThat(node.runs("child"))
        .extracting(child -> node.ledger().run(child).order().inputs())
        .containsExactly(Map.of("region", "north"), Map.of("region", "south"));
  }

  @Test
  void inputsThatDoNotFitFailTheCall() {
    node =
        new Driver(
            workflow("child", task("work")).input("day", ValueType.DATE),
            workflow(
                "parent",
                task("call").calls("child", Map.of("day", new Template.Constant("soon")))));
    var parent = node.start("parent");

    assertThat(node.state(parent, "call"))
        .isEqualTo(
            new UnitState.Failed(
                Failure.of(FailureKind.START, "input 'day' is to be date, not 'soon'")));
    assertThat(node.runs("child")).isEmpty();
  }

  @Test
  void aWorkflowThatIsNotThereFailsTheCall() {
    var parent = parentThat(task("call").calls("nobody"));

    assertThat(node.state(parent, "call"))
        .isEqualTo(new UnitState.Failed(Failure.of(FailureKind.START, "no workflow 'nobody'")));
  }

  @Test
  void aWorkflowThatCallsItselfFailsAtADepthOfTen() {
    node = new Driver(workflow("snake", task("call").calls("snake")));
    var run = node.start("snake");

    assertThat(node.runs("snake")).hasSize(11);
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
    assertThat(node.ledger().liveRuns()).isEmpty();
  }

  @Test
  void cancellingTheParentCancelsTheChildAndWaitsForItsEnd() {
    var parent = parentThat(task("call").calls("child"));
    var child = node.child(parent, "call");
    node.cancel(parent);

    assertThat(node.stops()).extracting(stop -> stop.attempt().run()).containsExactly(child);
    assertThat(node.state(parent)).isEqualTo(RunState.RUNNING);
    node.stopped(child, "work");
    assertThat(node.state(child)).isEqualTo(RunState.CANCELLED);
    assertThat(node.state(parent)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void aCallThatTakesTooLongFailsAtOnceAndEndsItsChild() {
    var parent = parentThat(task("call").calls("child").timeout(Duration.ofMinutes(10)));
    var child = node.child(parent, "call");
    node.passes(Duration.ofMinutes(10));

    assertThat(((UnitState.Failed) node.state(parent, "call")).failure().kind())
        .isEqualTo(FailureKind.TIMEOUT);
    assertThat(node.state(parent)).isEqualTo(RunState.FAILED);
    assertThat(node.stops()).hasSize(1);
    node.stopped(child, "work");
    assertThat(node.state(child)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void aCallThatEndsInTimeClearsItsTimeout() {
    var parent = parentThat(task("call").calls("child").timeout(Duration.ofMinutes(10)));
    node.succeeds(node.child(parent, "call"), "work");

    assertThat(node.ledger().timers()).isEmpty();
  }

  @Test
  void anEarlierChildThatEndsLaterDoesNotCountForTheNewAttempt() {
    var parent =
        parentThat(
            task("call")
                .calls("child")
                .timeout(Duration.ofMinutes(10))
                .attempts(2, Duration.ofMinutes(1)));
    var first = node.child(parent, "call");
    node.passes(Duration.ofMinutes(11));
    var second = node.child(parent, "call");

    node.succeeds(first, "work");

    assertThat(second).isNotEqualTo(first);
    assertThat(node.state(parent, "call")).isInstanceOf(UnitState.Running.class);
    node.succeeds(second, "work");
    assertThat(node.running(parent)).containsExactly("after");
  }

  @Test
  void afterACrashTheParentStillHearsOfItsChild() {
    var parent = parentThat(task("call").calls("child"));
    node.restarts();
    node.succeeds(node.child(parent, "call"), "work");

    assertThat(node.running(parent)).containsExactly("after");
  }
}
