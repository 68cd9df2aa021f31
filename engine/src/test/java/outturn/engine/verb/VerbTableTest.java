package outturn.engine.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.engine.Driver;
import outturn.engine.RunPicture;
import outturn.engine.decide.Change;
import outturn.engine.run.RunId;

/// Every verb in every state: `D` it is done, `U` nothing changes, `R` it is refused.
class VerbTableTest {
  private static final List<Verb> OF_TASK =
      List.of(
          new Verb.Hold(),
          new Verb.Release(),
          new Verb.Skip(),
          new Verb.Rerun(Verb.Extent.THIS),
          new Verb.Rerun(Verb.Extent.FROM_HERE),
          new Verb.Rerun(Verb.Extent.FAILED),
          new Verb.Rerun(Verb.Extent.ALL),
          new Verb.ForceSuccess(Map.of()),
          new Verb.ForceFailure(),
          new Verb.Cancel(),
          new Verb.Kill(),
          new Verb.RunNow(),
          new Verb.Bypass(),
          new Verb.Prioritise(5));

  @ParameterizedTest(name = "{0}")
  // hold release skip | rerun: this from-here failed all | force: success failure |
  // cancel kill | run-now bypass prioritise
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          waiting          : D U D  R R R R  D D  D D  R D R
          ready            : D U D  R R R R  D D  D D  R R R
          held             : U D D  R R R R  D D  D D  R D R
          bypassed         : U D D  R R R R  D D  D D  R U R
          delayed          : D U D  R R R R  D D  D D  D R R
          asking           : D U D  D D D R  D D  D D  R R R
          running          : D U R  R R R R  R R  D D  R R R
          timed            : D U R  R R R R  R R  D D  D R R
          items            : D U R  R R R R  R R  D D  R R R
          succeeded        : R U R  D D R R  U D  R R  R R R
          failed           : R U R  D D D R  D U  R R  R R R
          skipped          : R U U  D D R R  D D  R R  R R R
          cancelled        : R U R  D D D R  D D  R R  R R R
          ending           : R U R  R R R R  R R  R D  R R R
          'over, failed'   : R U R  D D D R  D U  R R  R R R
          'over, succeeded': R U R  D D R R  U D  R R  R R R
          queued           : D U D  R R R R  D D  D D  R D R
          depending        : D U D  R R R R  D D  D D  R D R
          run held         : D U R  R R R R  R R  D D  R R R
          """)
  void aTask(String state, String expected) {
    assertThat(outcomes(state, OF_TASK, "t")).isEqualTo(expected.replace(" ", ""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          queued           : D U R  R R R R  R R  D D  D R D
          depending        : D U R  R R R R  R R  D D  D D D
          'depending, held': U D R  R R R R  R R  D D  R D D
          'depending, over': R R R  R R D D  R R  R R  R R R
          running          : D U R  R R R R  R R  D D  R R D
          run held         : U D R  R R R R  R R  D D  R R D
          asking           : D U R  R R D R  R R  D D  R R D
          failed           : D U R  R R D R  R R  D D  R R D
          cancelled        : D U R  R R D R  R R  D D  R R D
          ending           : R U R  R R R R  R R  U D  R R R
          'over, failed'   : R R R  R R D D  R R  R R  R R R
          'over, succeeded': R R R  R R R D  R R  R R  R R R
          """)
  void aRun(String state, String expected) {
    assertThat(outcomes(state, OF_TASK, "")).isEqualTo(expected.replace(" ", ""));
  }

  private static String outcomes(String state, List<Verb> verbs, String task) {
    var outcomes = new ArrayList<String>();
    for (var verb : verbs) outcomes.add(outcome(Situation.of(state), verb, task));
    return String.join("", outcomes);
  }

  private static String outcome(Situation here, Verb verb, String task) {
    var node = here.node();
    var run = here.run();
    var before = RunPicture.of(node.run(run));
    var verdict = task.isEmpty() ? node.operate(run, verb) : node.operate(run, task, verb);
    memoryIsAsRows(node, run);
    return switch (verdict) {
      case Verdict.Done(var was, var is) -> {
        assertThat(was).isNotEmpty();
        assertThat(is).isNotEmpty();
        assertThat(audited(node)).isEqualTo(1);
        yield "D";
      }
      case Verdict.Unchanged(var state) -> {
        assertThat(state).isNotEmpty();
        nothingHappened(node, run, before);
        yield "U";
      }
      case Verdict.Refused(var reason) -> {
        assertThat(reason).as("%s", verb).hasSizeGreaterThan(10);
        nothingHappened(node, run, before);
        yield "R";
      }
    };
  }

  private static void nothingHappened(Driver node, RunId run, Map<String, String> before) {
    assertThat(node.last().changes()).isEmpty();
    assertThat(RunPicture.of(node.run(run))).isEqualTo(before);
  }

  private static long audited(Driver node) {
    return node.last().changes().stream().filter(Change.Audited.class::isInstance).count();
  }

  private static void memoryIsAsRows(Driver node, RunId run) {
    assertThat(RunPicture.of(node.rebuilt(node.ledger().run(run))))
        .isEqualTo(RunPicture.of(node.run(run)));
  }
}
