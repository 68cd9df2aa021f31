package outturn.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.policy.Policy;
import outturn.definition.policy.Selection;
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
  void runsOfWhichOnlySoManyMayRunAreWithTheirProject() {
    var workflow = workflow("w", task("a")).drawn();
    var all = Map.of("w", workflow);
    var none = policy(0);

    assertThat(new Version(1, "project", 1, all, List.of(policy(2))).home("w")).isPresent();
    assertThat(new Version(1, "project", 1, all, List.of(none)).home("w")).isEmpty();
  }

  private static Policy policy(int allow) {
    return new Policy("p", "p", List.of(), ZoneOffset.UTC, Selection.ALL, allow);
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
