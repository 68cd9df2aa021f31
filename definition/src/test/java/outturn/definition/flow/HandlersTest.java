package outturn.definition.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import outturn.definition.project.Projects;
import outturn.definition.workflow.Graph;
import outturn.definition.workflow.Task;

class HandlersTest {
  private static final String TASKS =
      """
      kind: workflow
      name: w
      runbook: Ring the desk.
      tasks:
        a: {run: [x], tolerateFailure: true}
        b: {run: [x], needs: a, runbook: https://wiki.example/b}
        c: {run: [x]}
      """;

  private static Graph graph(String handlers) {
    var project = Projects.valid("w.yaml", TASKS + handlers);
    return project.workflows().find("w").orElseThrow().graph();
  }

  private static String problems(String handlers) {
    return Projects.problems("w.yaml", TASKS + handlers);
  }

  private static Task task(Graph graph, String name) {
    return graph.task(graph.place(name));
  }

  @Test
  void handlersNeedTheLastTasksBeforeThemInWhateverWayTheseEnd() {
    var graph =
        graph(
            """
            always: {last: {run: [x]}}
            onFailure: {tell: {run: [x]}, again: {run: [x], needs: tell}}
            """);

    assertThat(task(graph, "tell").needs()).extracting(Task.Need::task).containsExactly("b", "c");
    assertThat(task(graph, "tell").needs().getFirst().accepted())
        .containsExactly(Task.End.values());
    assertThat(task(graph, "again").needs()).extracting(Task.Need::task).containsExactly("tell");
    assertThat(task(graph, "last").needs())
        .extracting(Task.Need::task)
        .containsExactly("b", "c", "again");
    assertThat(task(graph, "last").conduct().section()).isEqualTo(Section.ALWAYS);
    assertThat(task(graph, "last").rules().timeout()).isPresent();
    assertThat(task(graph, "tell").rules().timeout()).isEmpty();
  }

  @Test
  void aHandlerMayNeedATaskInAWayOfItsOwn() {
    var graph = graph("onFailure: {mend: {run: [x], needs: {b: failed}}}\n");

    assertThat(task(graph, "mend").needs())
        .containsExactly(
            new Task.Need("b", java.util.List.of(Task.End.FAILED)),
            new Task.Need("c", java.util.List.of(Task.End.values())));
  }

  @Test
  void expressionsOfHandlersKnowWhatTheRunCameTo() {
    var handlers =
        """
        onFailure:
          tell: {run: [x, "${run.state} ${tasks.a.state}"], forEach: "${run.failedTasks}"}
        """;

    assertThat(problems(handlers)).isEmpty();
  }

  @Test
  void whatBeginsLaterCannotBeNeeded() {
    assertThat(problems("onFailure: {x: {needs: y}}\nonSuccess: {y: {run: [x]}}\n"))
        .contains("misplaced-need: a task under onFailure cannot need one under onSuccess");
  }

  @Test
  void aNameIsThereOnce() {
    assertThat(problems("always: {a: {run: [x]}}\n"))
        .contains("w.yaml:8:10: duplicate-name: there are two tasks 'a'");
  }

  @Test
  void toleranceAndRunbooksAreRead() {
    var workflow = Projects.valid("w.yaml", TASKS).workflows().find("w").orElseThrow();
    var graph = workflow.graph();

    assertThat(task(graph, "a").conduct().onlyWarns()).isTrue();
    assertThat(task(graph, "b").conduct().onlyWarns()).isFalse();
    assertThat(workflow.runbook(task(graph, "a"))).contains("Ring the desk.");
    assertThat(workflow.runbook(task(graph, "b"))).contains("https://wiki.example/b");
  }
}
