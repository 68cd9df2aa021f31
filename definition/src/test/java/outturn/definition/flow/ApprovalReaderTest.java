package outturn.definition.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.Scope;
import outturn.definition.project.Projects;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;

class ApprovalReaderTest {
  private static final String HEAD = "kind: workflow\nname: w\ntasks:\n";
  private static final String GROUP =
      "---\n{kind: group, name: heads, is: it, members: [ada, bob]}\n";

  private static Task first(String tasks) {
    return workflow(tasks + GROUP).graph().task(0);
  }

  private static Workflow workflow(String tasks) {
    return Projects.valid("w.yaml", HEAD + tasks).workflows().find("w").orElseThrow();
  }

  private static String problems(String tasks) {
    return Projects.problems("w.yaml", HEAD + tasks + GROUP);
  }

  @Test
  void theTermsOfAnApprovalAreRead() {
    var task = first("  a: {approval: {role: heads, within: 4h, otherwise: skip, text: pay}}\n");
    var terms = ((Action.Approval) task.action()).terms();

    assertThat(terms.by()).isEqualTo("heads");
    assertThat(terms.within()).contains(Duration.ofHours(4));
    assertThat(terms.otherwise()).isEqualTo(ApprovalTerms.Otherwise.SKIP);
    assertThat(terms.text().map(text -> text.text(Scope.EMPTY))).isEqualTo(Optional.of("pay"));
    var group = Projects.valid("w.yaml", HEAD + "  a: {}\n" + GROUP).groups().find("heads");
    assertThat(group.orElseThrow().members()).isEqualTo(List.of("ada", "bob"));
  }

  @Test
  void whoMayApproveIsAGroupOfTheProjectOrARole() {
    assertThat(problems("  a: {approval: {role: hads}}\n"))
        .contains("unknown-group: there is no group 'hads' (did you mean 'heads'?)");
    assertThat(problems("  a: {approval: {role: operator}}\n")).isEmpty();
  }

  @Test
  void whatMakesNoSenseOfAnApprovalIsTold() {
    assertThat(problems("  a: {approval: {role: heads, otherwise: skip}}\n"))
        .contains("misplaced-key: otherwise is for an approval with within");
    assertThat(problems("  a: {approval: {role: heads}, forEach: [1, 2]}\n"))
        .contains("misplaced-key: an approval is given once");
    assertThat(problems("  a: {run: [x]}\nalways: {b: {approval: {role: heads}}}\n"))
        .contains("misplaced-key: an approval under always needs within");
  }

  @Test
  void aRepeatKnowsTheTasksOwnOutputs() {
    var task =
        first(
            """
              poll:
                http: {url: "https://example.org/job"}
                outputs: {done: boolean}
                repeat: {until: "${tasks.poll.outputs.done}", every: 30s, atMost: 100}
            """);

    var repeat = task.conduct().repeat().orElseThrow();
    assertThat(repeat.every()).isEqualTo(Duration.ofSeconds(30));
    assertThat(repeat.atMost()).isEqualTo(100);
    assertThat(repeat.until().evaluate(Scope.EMPTY.with("tasks.poll.outputs.done", true)))
        .isEqualTo(true);
    assertThat(task.rules().onLost()).isEqualTo(Task.OnLost.RETRY);
    assertThat(problems("  a: {wait: {for: 1m}, repeat: {until: true, every: 1s, atMost: 2}}\n"))
        .contains("misplaced-key: repeat is for tasks with");
  }

  @Test
  void aCallPromisesWhatTheCalledWorkflowGives() {
    var caller =
        "  a: {call: {workflow: sums}, outputs: {%s}}\n  b: {needs: a, run: [x, \"${tasks.a.outputs.%s}\"]}\n";
    var callee =
        """
        ---
        kind: workflow
        name: sums
        tasks: {sum: {run: [x], outputs: {n: int}}}
        outputs: {total: "${tasks.sum.outputs.n}"}
        """;

    assertThat(problems(caller.formatted("total: int", "total") + callee)).isEmpty();
    assertThat(problems(caller.formatted("total: date", "total") + callee))
        .contains("type-mismatch: output 'total' of workflow 'sums' is of type int, not date");
    assertThat(problems(caller.formatted("totl: int", "totl") + callee))
        .contains("unknown-output: there is no output 'totl' (did you mean 'total'?)");
  }
}
