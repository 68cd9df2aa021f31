package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import org.junit.jupiter.api.Test;
import outturn.engine.Driver;
import outturn.engine.pool.Lane;
import outturn.engine.run.RunId;
import outturn.engine.verb.Verb;

class PriorityTest {
  private static Driver oneAtATime() {
    return new Driver(
            workflow("usual", task("a")),
            workflow("urgent", task("a")).priority(5),
            workflow("mixed", task("a").priority(1), task("b").priority(4)),
            workflow("calls", task("a").calls("usual").priority(5)))
        .slots(Lane.PROCESS, 1);
  }

  private static void next(Driver node, RunId run, String task) {
    assertThat(node.running()).hasSize(1);
    node.succeeds(run, task);
  }

  @Test
  void theUrgentWorkflowGoesFirst() {
    var node = oneAtATime();
    var first = node.start("usual");
    var second = node.start("usual");
    var urgent = node.start("urgent");

    next(node, first, "a");
    next(node, urgent, "a");
    next(node, second, "a");
  }

  @Test
  void aTaskMayBeMoreUrgentThanItsWorkflow() {
    var node = oneAtATime();
    var first = node.start("usual");
    var mixed = node.start("mixed");
    var second = node.start("usual");

    next(node, first, "a");
    next(node, mixed, "b");
    next(node, second, "a");
    next(node, mixed, "a");
  }

  @Test
  void theCalledRunIsAsUrgentAsTheTaskThatCallsIt() {
    var node = oneAtATime();
    var first = node.start("usual");
    var second = node.start("usual");
    var calls = node.start("calls");

    next(node, first, "a");
    next(node, node.child(calls, "a"), "a");
    next(node, second, "a");
  }

  @Test
  void aRunThatIsGivenAPriorityKeepsItOverARestart() {
    var node = oneAtATime();
    var first = node.start("usual");
    var second = node.start("usual");
    var third = node.start("usual");
    node.decide(
        node.operating(third, new Verb.Prioritise(2)),
        node.operating(third, new Verb.Prioritise(5)));
    assertThat(node.last().changes())
        .filteredOn(Change.Prioritised.class::isInstance)
        .containsExactly(new Change.Prioritised(third, 5));

    node.restarts();
    assertThat(node.run(third).ownPriority()).contains(5);
    next(node, first, "a");
    next(node, third, "a");
    next(node, second, "a");
  }
}
