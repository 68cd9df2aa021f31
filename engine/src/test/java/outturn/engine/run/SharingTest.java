package outturn.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import org.junit.jupiter.api.Test;
import outturn.engine.WorkflowSketch;

class SharingTest {
  @Test
  void runsThatShareNothingMayBeAnywhere() {
    var version = WorkflowSketch.version(workflow("w", task("a")));

    assertThat(version.home("w")).isEmpty();
  }

  @Test
  void runsThatUseAPoolAreWithTheirProject() {
    var version = WorkflowSketch.version(workflow("w", task("a").pool("till", 1)));

    assertThat(version.home("w")).hasValue(Partition.ofProject(version.project()));
  }

  @Test
  void whoCallsAWorkflowThatSharesSharesByAnyDetour() {
    var version =
        WorkflowSketch.version(
            workflow("top", task("a").calls("middle")),
            workflow("middle", task("a").calls("top"), task("b").calls("last")),
            workflow("last", task("a").pool("till", 1)),
            workflow("alone", task("a")));

    assertThat(version.sharing()).containsExactlyInAnyOrder("top", "middle", "last");
  }
}
