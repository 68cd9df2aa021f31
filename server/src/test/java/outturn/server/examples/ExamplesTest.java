package outturn.server.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.definition.expression.Scope;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Task;

class ExamplesTest {
  private static final String WITH_A_TYPO = "with-a-typo";

  static Stream<String> soundExamples() {
    return Examples.names().stream().filter(name -> !name.equals(WITH_A_TYPO));
  }

  @Test
  void thereAreFourSoundExamplesAndOneWithATypo() {
    assertThat(Examples.names())
        .containsExactly("month-end", "no-effect", "office-suite", "road-safety", WITH_A_TYPO);
  }

  @ParameterizedTest
  @MethodSource("soundExamples")
  void aSoundExampleIsReadWithoutProblems(String name) {
    assertThat(Examples.told(Examples.read(name))).isEmpty();
    assertThat(Examples.project(name).name()).isEqualTo(name);
  }

  @Test
  void theTypoIsTheOnlyProblemAndTheWordThatWasMeantIsTold() {
    assertThat(Examples.read(WITH_A_TYPO).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.toString()).contains("outturn.yaml:14:5");
          assertThat(problem.toString()).contains("'need'").contains("'needs'");
        });
  }

  @ParameterizedTest
  @MethodSource("soundExamples")
  void anExampleNeedsNothingButAShell(String name) {
    for (var workflow : Examples.project(name).workflows().all()) {
      for (var task : workflow.graph().tasks()) {
        assertThat(program(task)).as(task.name()).isIn(Set.of("sh", ""));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("soundExamples")
  void anExampleTellsWhatItIs(String name) {
    var readme = Examples.text(Examples.folder(name).resolve("README.md"));
    assertThat(readme).contains("outturn apply examples/" + name);
    for (var command : List.of("outturn run ", "outturn apply ")) {
      assertThat(readme.lines().filter(line -> line.startsWith(command))).isNotEmpty();
    }
  }

  private static String program(Task task) {
    if (!(task.action() instanceof Action.Run run)) return "";
    if (!(run.command() instanceof Action.Command.Arguments arguments)) return "";
    return arguments.arguments().getFirst().text(Scope.EMPTY);
  }
}
