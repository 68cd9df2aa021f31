package outturn.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.flow.ApprovalTerms.Otherwise;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.decide.Change;
import outturn.engine.decide.Event;
import outturn.engine.reason.Pools;
import outturn.engine.reason.Reason;
import outturn.engine.reason.Reasons;
import outturn.engine.reason.Surroundings;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class ApprovalTest {
  private static final Optional<Duration> FOUR_HOURS = Optional.of(Duration.ofHours(4));

  private static TaskSketch sign() {
    return task("sign").approval(FOUR_HOURS, Otherwise.FAIL);
  }

  private static Driver node(TaskSketch... tasks) {
    return new Driver(workflow("w", tasks));
  }

  private static Event answer(RunId run, Event.Answer answer, String by, String comment) {
    return new Event.Answered(run, "sign", answer, by, Optional.of(comment));
  }

  private static List<Event.Acted> acts(Driver node) {
    return node.last().changes().stream()
        .filter(Change.Audited.class::isInstance)
        .map(change -> ((Change.Audited) change).act())
        .toList();
  }

  @Test
  void whatIsApprovedGoesOnAndKnowsByWhom() {
    var node = node(sign(), task("pay").needs("sign"));
    var run = node.start("w");
    assertThat(node.running(run)).isEmpty();
    node.restarts();

    node.decide(answer(run, Event.Answer.APPROVE, "eve", "looks right"));

    assertThat(node.state(run, "sign"))
        .isEqualTo(new UnitState.Succeeded(Map.of("approvedBy", "eve", "comment", "looks right")));
    assertThat(acts(node))
        .containsExactly(
            new Event.Acted(
                "eve",
                "run approve",
                run + "/sign",
                Map.of(
                    "before",
                    "waiting for approval",
                    "after",
                    "approved",
                    "comment",
                    "looks right")));
    assertThat(node.running(run)).containsExactly("pay");
    assertThat(node.ledger().timers()).isEmpty();
  }

  @Test
  void anAnswerCountsOnce() {
    var node = node(sign(), task("pay").needs("sign"));
    var run = node.start("w");
    node.decide(
        answer(run, Event.Answer.APPROVE, "eve", ""), answer(run, Event.Answer.REJECT, "bob", ""));

    assertThat(acts(node)).extracting(Event.Acted::who).containsExactly("eve");
    node.decide(answer(run, Event.Answer.APPROVE, "eve", ""));
    assertThat(node.last().changes()).isEmpty();
  }

  @Test
  void whatIsRejectedFailsAndIsNotTriedAgain() {
    var node = node(sign().attempts(3, Duration.ofMinutes(1)));
    var run = node.start("w");

    node.decide(answer(run, Event.Answer.REJECT, "eve", "wrong month"));

    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
    assertThat(node.state(run, "sign"))
        .isEqualTo(
            new UnitState.Failed(Failure.of(FailureKind.UNMET, "rejected by eve: wrong month")));
  }

  @Test
  void whenNobodyAnswersItIsAsTheTermsSay() {
    for (var otherwise : Otherwise.values()) {
      var node = node(task("sign").approval(FOUR_HOURS, otherwise), task("pay").needs("sign"));
      var run = node.start("w");
      node.restarts();
      node.passes(Duration.ofHours(5));
      node.restarts();
      switch (otherwise) {
        case FAIL -> assertThat(node.state(run)).isEqualTo(RunState.FAILED);
        case APPROVE -> assertThat(node.running(run)).containsExactly("pay");
        case SKIP -> {
          assertThat(node.state(run, "sign"))
              .isEqualTo(new UnitState.Skipped("nobody of deskheads approved within 4h"));
          assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
        }
      }
      node.decide(answer(run, Event.Answer.APPROVE, "eve", "too late"));
      assertThat(node.last().changes()).isEmpty();
    }
  }

  @Test
  void aCancelledRunWaitsForNobody() {
    var node = node(sign());
    var run = node.start("w");

    node.cancel(run);

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.ledger().timers()).isEmpty();
  }

  @Test
  void theReasonSaysWhoMayApproveAndUntilWhen() {
    var node = node(sign());
    var run = node.start("w");
    var began = Map.of(new AttemptId(run, "sign", 0, 1), node.now());
    var around =
        new Surroundings(
            node.now(), Pools.NONE, Surroundings.Others.NONE, began, Map.of(), Optional.empty());

    var reasons = Reasons.of(node.rebuilt(node.ledger().run(run)), around);

    assertThat(reasons.getFirst().kind()).isEqualTo(Reason.Kind.APPROVAL);
    assertThat(reasons.getFirst().text())
        .isEqualTo(
            "sign waits since 08:00 for approval by deskheads until 12:00, and else fails: outturn approve %s sign"
                .formatted(run));
    assertThat(reasons.getFirst().until()).contains(node.now().plus(Duration.ofHours(4)));
  }
}
