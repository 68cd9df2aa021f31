package outturn.engine.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is offered is what would be done: no more, and nothing of it is left out.
class WaysTest {
  private static final List<Verb> OF_BOTH =
      List.of(
          new Verb.Hold(),
          new Verb.Release(),
          new Verb.RunNow(),
          new Verb.Bypass(),
          new Verb.Cancel(),
          new Verb.Kill());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waiting", "ready", "held", "bypassed", "delayed", "asking", "running", "timed", "items",
        "succeeded", "failed", "skipped", "cancelled", "ending", "over, failed", "over, succeeded"
      })
  void aTaskIsOfferedWhatCanBeDoneToIt(String state) {
    var here = Situation.of(state);
    var offered = Ways.ofTask(here.node().run(here.run()), "t", "ada");
    var verbs =
        List.<Verb>of(
            new Verb.Skip(),
            new Verb.Rerun(Verb.Extent.THIS),
            new Verb.Rerun(Verb.Extent.FROM_HERE),
            new Verb.ForceSuccess(Map.of()),
            new Verb.ForceFailure());
    for (var verb : List.of(OF_BOTH, verbs).stream().flatMap(List::stream).toList()) {
      var there = Situation.of(state);
      var verdict = there.node().operate(there.run(), "t", verb);
      assertThat(offered.contains(verb))
          .as("%s: %s", verb, verdict)
          .isEqualTo(verdict instanceof Verdict.Done);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queued", "depending", "depending, held", "depending, over", "running", "run held",
        "failed", "cancelled", "ending", "over, failed", "over, succeeded"
      })
  void aRunIsOfferedWhatCanBeDoneToIt(String state) {
    var here = Situation.of(state);
    var offered = Ways.ofRun(here.node().run(here.run()), "ada");
    var verbs = List.<Verb>of(new Verb.Rerun(Verb.Extent.FAILED), new Verb.Rerun(Verb.Extent.ALL));
    for (var verb : List.of(OF_BOTH, verbs).stream().flatMap(List::stream).toList()) {
      var there = Situation.of(state);
      var verdict = there.node().operate(there.run(), verb);
      assertThat(offered.contains(verb))
          .as("%s: %s", verb, verdict)
          .isEqualTo(verdict instanceof Verdict.Done);
    }
  }
}
