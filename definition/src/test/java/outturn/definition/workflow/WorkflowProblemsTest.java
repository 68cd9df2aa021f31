package outturn.definition.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import outturn.definition.project.Projects;

/// One mistake in the tasks of a workflow and what is told of it, up to its code.
class WorkflowProblemsTest {

  private static final String BETWEEN = " # ";

  /// The task, and where what is told of it; quotes are written `.
  static final List<String> MISTAKES =
      List.of(
          "a: {run: [x], shell: y} # 4:17 several-actions",
          "a: {run: []} # 4:12 missing-program",
          "a: {run: [x], env: {A-B: c}} # 4:23 bad-name",
          "a: {wait: {for: 1m}, env: {A: b}} # 4:24 misplaced-key",
          "a: {wait: {for: 1m, until: x}} # 4:13 one-of 4:30 bad-time",
          "a: {wait: {until: `06:30`}} # 4:21 bad-time",
          "a: {wait: {until: 2026-03-29T06:30}} # ",
          "a: {wait: {until: `${businessDate}T06:30`}} # ",
          "a: {outputs: {x: int}} # 4:7 misplaced-key",
          "a: {run: [x], outputs: {a-b: int, a_b: int}} # 4:37 name-clash",
          "a: {run: [x], parallel: 4} # 4:17 misplaced-key",
          "a: {forEach: [1, 2], run: [x, `${item + 1}`]} # ",
          "a: {forEach: [p, q], run: [x, `${item + 1}`]} # 4:41 bad-expression",
          "a: {forEach: `${businessDate}`} # 4:16 type-mismatch",
          "a: {when: `${item > 1}`} # 4:16 unknown-name",
          "a: {when: yes} # 4:13 type-mismatch",
          "a: {when: true} # ",
          "a: {when: `${true`} # 4:14 bad-expression",
          "a: {when: false} # 4:13 unreachable",
          "a: {http: {url: example.org}} # 4:19 bad-url",
          "a: {http: {url: `http://x`, method: PSOT}} # 4:39 unknown-word",
          "a: {http: {url: `http://x`, expect: 20}} # 4:39 out-of-range",
          "a: {sql: {connection: none, statement: x}} # 4:25 unknown-connection",
          "a: {run: [x], retry: {attempts: 2, on: [lost]}} # 4:43 unknown-word",
          "a: {run: [x], retry: {attempts: 2, on: [300]}} # 4:43 out-of-range",
          "a: {run: [x], pools: {none: 1}} # 4:25 unknown-pool",
          "a: {shell: `echo $${HOME}`} # ",
          "a: {run: [`${secrets.X}`]} # 4:16 secret-not-allowed",
          "a: {run: [x], env: {A: `Bearer ${secrets.X}`}} # ",
          "a: {needs: [a]} # 4:15 cycle",
          "a: {needs: b} # 4:14 unknown-task",
          "A: {run: [x]} # 4:3 bad-name",
          "a: 7 # 4:6 type-mismatch",
          "a: {run: [x], tolerateFailure: often} # 4:34 type-mismatch",
          "a: {run: [x], runbook: docs/none.md} # 4:26 unknown-file",
          "a: {run: [x], runbook: Ring the desk.} # ",
          "a: {run: [x], runbook: https://wiki.example/a} # ",
          "a: {run: [`${run.state}`]} # 4:20 unknown-name",
          "{} # 4:3 empty",
          "a: {title: Start, call: {workflow: test}} # 4:38 cycle");

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void aMistakeIsTold(String mistake) {
    var task = mistake.substring(0, mistake.indexOf(BETWEEN));
    var told = mistake.substring(task.length() + BETWEEN.length());
    var text = "kind: workflow\nname: test\ntasks:\n  " + task.replace('`', '"') + "\n";
    var problems = Projects.problems("w.yaml", text);
    assertThat(problems.replaceAll("(?m)^w.yaml:(\\S+): (\\S+):.*$", "$1 $2").replace('\n', ' '))
        .as(problems)
        .isEqualTo(told);
  }
}
