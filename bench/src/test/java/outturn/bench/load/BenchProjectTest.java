package outturn.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectReader;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;

class BenchProjectTest {
  private static Project project(int chain) {
    var reading = ProjectReader.read(BenchProject.files(chain));
    assertThat(reading.problems()).isEmpty();
    return reading.project().orElseThrow();
  }

  private static Workflow workflow(Project project, String name) {
    return project.workflows().find(name).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, Load.MOST_TASKS})
  void theProjectIsValidForEveryLengthOfTheChain(int length) {
    var project = project(length);

    assertThat(project.name()).isEqualTo("bench");
    assertThat(workflow(project, "bench-chain").graph().tasks()).hasSize(length);
  }

  @Test
  void everyShapeHasItsWorkflow() {
    var project = project(10);

    for (var shape : Shape.values()) {
      assertThat(project.workflows().find(shape.workflow())).as(shape.word()).isPresent();
    }
  }

  @Test
  void eachTaskOfTheChainNeedsTheOneBefore() {
    var tasks = workflow(project(3), "bench-chain").graph().tasks();

    assertThat(tasks).extracting(Task::name).containsExactly("t1", "t2", "t3");
    assertThat(tasks.getLast().needs()).extracting(Task.Need::task).containsExactly("t2");
    assertThat(tasks).extracting(Task::action).allMatch(Action.Nothing.class::isInstance);
  }

  @Test
  void theFanRunsAllItsItemsAtOnceAndThenJoins() {
    var tasks = workflow(project(1), "bench-fan").graph().tasks();

    assertThat(tasks.getFirst().forEach().orElseThrow().parallel()).isEqualTo(Load.MOST_TASKS);
    assertThat(tasks.getLast().needs()).extracting(Task.Need::task).isEqualTo(List.of("work"));
  }

  @Test
  void onlyTheProcessShapeStartsAProcess() {
    var project = project(2);

    assertThat(workflow(project, "bench-process").graph().tasks().getFirst().action())
        .isInstanceOf(Action.Run.class);
    assertThat(workflow(project, "bench-single").graph().tasks().getFirst().action())
        .isInstanceOf(Action.Nothing.class);
  }

  @Test
  void equalLengthsGiveEqualProjects() {
    assertThat(BenchProject.files(10).hash()).isEqualTo(BenchProject.files(10).hash());
    assertThat(BenchProject.files(10).hash()).isNotEqualTo(BenchProject.files(2).hash());
  }
}
