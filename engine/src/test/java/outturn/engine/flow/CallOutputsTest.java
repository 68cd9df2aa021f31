package outturn.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.TaskSketch.value;
import static outturn.engine.WorkflowSketch.workflow;

import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.ValueType;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.run.RunOutputs;
import outturn.engine.run.UnitState;

class CallOutputsTest {
  private final Driver node =
      new Driver(
          workflow("w", task("call").calls("sums").output("total", ValueType.INT)),
          workflow("sums", task("sum").output("n", ValueType.INT))
              .output("total", value("tasks.sum.outputs.n")));

  @Test
  void aCallGetsWhatTheCalledRunGives() {
    var run = node.start("w");
    var child = node.child(run, "call");
    node.restarts();
    node.succeeds(child, "sum", Map.of("n", 7L));

    assertThat(node.state(run, "call")).isEqualTo(new UnitState.Succeeded(Map.of("total", 7L)));
    assertThat(RunOutputs.known(node.run(child))).isEqualTo(Map.of("total", 7L));
    node.restarts();
    assertThat(node.state(run, "call")).isEqualTo(new UnitState.Succeeded(Map.of("total", 7L)));
  }

  @Test
  void anOutputThatDoesNotFitFailsTheCall() {
    var run = node.start("w");
    node.succeeds(node.child(run, "call"), "sum", Map.of("n", "many"));

    var failed = (UnitState.Failed) node.state(run, "call");
    assertThat(failed.failure().kind()).isEqualTo(FailureKind.OUTPUT);
    assertThat(failed.failure().message()).endsWith("output 'total' is to be int, not 'many'");
  }

  @Test
  void anOutputWithoutAValueFailsTheCall() {
    var run = node.start("w");
    node.succeeds(node.child(run, "call"), "sum");

    assertThat(((UnitState.Failed) node.state(run, "call")).failure().kind())
        .isEqualTo(FailureKind.OUTPUT);
    assertThat(RunOutputs.known(node.run(node.child(run, "call")))).isEmpty();
  }
}
