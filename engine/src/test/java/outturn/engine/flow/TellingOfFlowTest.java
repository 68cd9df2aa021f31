package outturn.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.ValueType;
import outturn.definition.flow.ApprovalTerms.Otherwise;
import outturn.definition.flow.Section;
import outturn.definition.notify.Occasion;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.decide.Change;
import outturn.engine.news.News;
import outturn.engine.run.RunState;
import outturn.engine.verb.Verb;

/// What people are to hear of runs that operators act on, and of the ways in which tasks end; it is
/// eight o'clock in London.
class TellingOfFlowTest {
  private static final Verb AGAIN = new Verb.Rerun(Verb.Extent.THIS);

  private static Driver node(TaskSketch... tasks) {
    return new Driver(
        workflow("w", tasks)
            .tells("room", Occasion.FAILED, Occasion.TASK_FAILED, Occasion.LATE, Occasion.RECOVERED)
            .tellsLong("room", Duration.ofHours(2))
            .deadline("all", "09:00"));
  }

  private static List<Occasion> occasions(Driver node) {
    return node.ledger().news().stream().map(told -> told.news().occasion()).toList();
  }

  private static News last(Driver node) {
    return node.ledger().news().stream().map(Change.Told::news).toList().getLast();
  }

  @Test
  void aRunThatIsDoneAgainAndSucceedsIsARecovery() {
    var node = node(task("a"));
    var run = node.start("w");
    node.fails(run, "a");
    node.operate(run, "a", AGAIN);
    node.succeeds(run, "a");

    assertThat(occasions(node))
        .containsExactly(Occasion.TASK_FAILED, Occasion.FAILED, Occasion.RECOVERED);
    assertThat(last(node).about().run()).contains(run);
    assertThat(last(node).channels()).containsExactly("room");
  }

  @Test
  void eachEndOfARunIsTold() {
    var node = node(task("a"));
    var run = node.start("w");
    node.fails(run, "a");
    node.operate(run, "a", AGAIN);
    node.restarts();
    node.fails(run, "a");

    assertThat(occasions(node))
        .containsExactly(
            Occasion.TASK_FAILED, Occasion.FAILED, Occasion.TASK_FAILED, Occasion.FAILED);
    assertThat(node.ledger().timers()).isEmpty();
  }

  @Test
  void aRunThatIsDoneAgainIsWatchedAgain() {
    var node = node(task("a"));
    var run = node.start("w");
    node.fails(run, "a");
    node.operate(run, "a", AGAIN);
    node.restarts();
    node.passes(Duration.ofMinutes(61));
    assertThat(last(node).occasion()).isEqualTo(Occasion.LATE);
    node.passes(Duration.ofHours(1));
    assertThat(last(node).occasion()).isEqualTo(Occasion.LONG);
    assertThat(last(node).text()).isEqualTo("it has been running for longer than 2h");
  }

  @Test
  void whoLetsARunGoOnAfterItsDeadlineKnowsThatItIsLate() {
    var node = node(task("a"));
    var run = node.start("w");
    node.passes(Duration.ofMinutes(61));
    node.fails(run, "a");
    node.operate(run, "a", AGAIN);
    node.passes(Duration.ofMinutes(5));

    assertThat(occasions(node))
        .containsExactly(Occasion.LATE, Occasion.TASK_FAILED, Occasion.FAILED);
  }

  @Test
  void aForcedFailureIsToldWithWhoForcedIt() {
    var node = node(task("a"));
    var run = node.start("w");
    node.succeeds(run, "a");
    node.operate(run, "a", new Verb.ForceFailure());

    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
    assertThat(occasions(node))
        .containsExactly(Occasion.RECOVERED, Occasion.TASK_FAILED, Occasion.FAILED);
    assertThat(last(node).text()).startsWith("task a failed (forced): forced by ");
  }

  @Test
  void aForcedSuccessIsARecovery() {
    var node = node(task("a"));
    var run = node.start("w");
    node.fails(run, "a");
    node.operate(run, "a", new Verb.ForceSuccess(Map.of()));

    assertThat(last(node).occasion()).isEqualTo(Occasion.RECOVERED);
  }

  @Test
  void anApprovalThatNobodyGivesInTimeIsAFailure() {
    var node = node(task("sign").approval(Optional.of(Duration.ofMinutes(30)), Otherwise.FAIL));
    node.start("w");
    node.passes(Duration.ofMinutes(31));

    assertThat(occasions(node)).containsExactly(Occasion.TASK_FAILED, Occasion.FAILED);
    assertThat(last(node).text()).contains("nobody of deskheads approved within");
  }

  @Test
  void aToleratedFailureIsOneOfItsTaskAlone() {
    var node = node(task("a"), task("extra").tolerated());
    var run = node.start("w");
    node.fails(run, "extra");
    assertThat(last(node).text())
        .isEqualTo("task extra failed (exit): broke (the run does not fail with it)");
    node.succeeds(run, "a");
    assertThat(occasions(node)).containsExactly(Occasion.TASK_FAILED, Occasion.RECOVERED);
  }

  @Test
  void whatIsToleratedIsNotAmongTheReasonsOfAFailure() {
    var node = node(task("a"), task("extra").tolerated());
    var run = node.start("w");
    node.fails(run, "extra");
    node.fails(run, "a");
    assertThat(last(node).occasion()).isEqualTo(Occasion.FAILED);
    assertThat(last(node).text()).isEqualTo("task a failed (exit): broke");
  }

  @Test
  void aFailureIsToldWhenItsHandlersAreDone() {
    var node = node(task("a"), task("bad").in(Section.ON_FAILURE));
    var run = node.start("w");
    node.fails(run, "a");
    assertThat(occasions(node)).containsExactly(Occasion.TASK_FAILED);
    node.fails(run, "bad");
    assertThat(occasions(node))
        .containsExactly(Occasion.TASK_FAILED, Occasion.TASK_FAILED, Occasion.FAILED);
    assertThat(last(node).text()).isEqualTo("task a failed (exit): broke");
  }

  @Test
  void aRepeatedTaskFailsOnceItIsNotRepeatedAnyMore() {
    var every = Duration.ofSeconds(30);
    var node =
        node(
            task("poll")
                .output("done", ValueType.BOOLEAN)
                .repeat(scope -> scope.find("tasks.poll.outputs.done").orElseThrow(), every, 2));
    var run = node.start("w");
    node.succeeds(run, "poll", Map.of("done", false));
    assertThat(occasions(node)).isEmpty();
    node.passes(every);
    node.succeeds(run, "poll", Map.of("done", false));
    assertThat(occasions(node)).containsExactly(Occasion.TASK_FAILED, Occasion.FAILED);
  }

  @Test
  void aCancelledRunIsNoFailureAndIsWatchedNoMore() {
    var node = node(task("a"), task("b").needs("a"));
    var run = node.start("w");
    node.cancel(run);
    node.stopped(run, "a");
    node.passes(Duration.ofHours(3));

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(occasions(node)).isEmpty();
    assertThat(node.ledger().timers()).isEmpty();
  }
}
