package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.EventSketch.dependency;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.schedule;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.schedule.Schedule.WhenRunning;
import outturn.definition.trigger.Dependency;
import outturn.definition.trigger.Dependency.Otherwise;
import outturn.engine.Driver;
import outturn.engine.WorkflowSketch;
import outturn.engine.run.RunState;
import outturn.engine.trigger.Wanted;
import outturn.engine.verb.Verb;
import outturn.engine.verb.Verdict;

class DependenciesTest {
  private static final Wanted PRICES =
      new Wanted("prices", "", LocalDate.ofInstant(Driver.START, WorkflowSketch.ZONE));
  private static final Duration FOUR_HOURS = Duration.ofHours(4);

  private static Driver node(Dependency... dependencies) {
    return new Driver(
        workflow("load", task("extract"), task("rest").needs("extract")),
        workflow("prices", task("p")),
        workflow("report", task("r")).dependsOn(dependencies));
  }

  @Test
  void aRunWaitsUntilTheOtherHasSucceeded() {
    var node = node(dependency("prices"));
    var run = node.start("report");
    assertThat(node.state(run)).isEqualTo(RunState.WAITING);
    assertThat(node.last().effects()).contains(new Effect.LookForNeeds(PRICES));

    var other = node.start("prices");
    node.events().looksForNeeds();
    assertThat(node.state(run)).isEqualTo(RunState.WAITING);
    node.succeeds(other, "p");
    node.events().looksForNeeds();

    assertThat(node.running(run)).containsExactly("r");
    assertThat(node.ledger().events().needs()).isEmpty();
    assertThat(node.world().waiting().runs()).isEmpty();
  }

  @Test
  void theEndForWhichRunsWaitIsLookedForOnceAndNoOther() {
    var node = node(dependency("prices"), dependency("load/extract"));
    var first = node.start("report");
    var second = node.start("report");
    node.succeeds(node.start("prices"), "p");
    assertThat(node.last().effects()).containsOnlyOnce(new Effect.LookForNeeds(PRICES));
    assertThat(node.events().needsMet())
        .containsExactly(new Event.NeedMet(first, 0), new Event.NeedMet(second, 0));

    node.events().looksForNeeds();
    assertThat(node.events().needsMet()).isEmpty();
    node.succeeds(node.start("prices"), "p");
    assertThat(node.last().effects()).noneMatch(Effect.LookForNeeds.class::isInstance);
  }

  @Test
  void aRunGoesOnAtOnceWhenTheOtherHadSucceededBefore() {
    var node = node(dependency("prices"));
    node.succeeds(node.start("prices"), "p");
    var run = node.start("report");
    node.events().looksForNeeds();

    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aFailedRunOrOneOfAnotherDateDoesNotCount() {
    var node = node(dependency("prices"));
    var run = node.start("report");
    node.fails(node.start("prices"), "p");
    node.clock(node.now().plus(Duration.ofDays(1)));
    node.succeeds(node.start("prices"), "p");
    node.events().looksForNeeds();

    assertThat(node.state(run)).isEqualTo(RunState.WAITING);
  }

  @Test
  void allThatItDependsOnMustBeThere() {
    var node = node(dependency("prices"), dependency("load/extract"));
    var run = node.start("report");
    node.succeeds(node.start("load"), "extract");
    node.events().looksForNeeds();
    assertThat(node.state(run)).isEqualTo(RunState.WAITING);

    node.succeeds(node.start("prices"), "p");
    node.events().looksForNeeds();
    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void itCanBeTheRunOfTheDayBefore() {
    var node = node(dependency("prices", -1, Optional.empty(), Otherwise.FAIL));
    node.succeeds(node.start("prices"), "p");
    node.clock(node.now().plus(Duration.ofDays(1)));
    var run = node.start("report");
    node.events().looksForNeeds();

    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
  }

  @ParameterizedTest
  @CsvSource({"FAIL, FAILED", "SKIP, CANCELLED", "START, RUNNING"})
  void whatBecomesOfARunThatWaitedInVainIsSaid(Otherwise otherwise, RunState state) {
    var node = node(dependency("prices", 0, Optional.of(FOUR_HOURS), otherwise));
    var run = node.start("report");
    node.passes(FOUR_HOURS.minusSeconds(1));
    assertThat(node.state(run)).isEqualTo(RunState.WAITING);
    node.passes(Duration.ofSeconds(1));

    assertThat(node.state(run)).isEqualTo(state);
    assertThat(node.ledger().events().needs()).isEmpty();
    assertThat(node.ledger().timers()).isEmpty();
  }

  @Test
  void aWaitingRunCanBeCancelled() {
    var node = node(dependency("prices", 0, Optional.of(FOUR_HOURS), Otherwise.START));
    var run = node.start("report");
    node.cancel(run);

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(node.ledger().timers()).isEmpty();
    assertThat(node.ledger().events().needs()).isEmpty();
  }

  @Test
  void aWaitingRunOutlivesTheNode() {
    var node = node(dependency("prices", 0, Optional.of(FOUR_HOURS), Otherwise.FAIL));
    var run = node.start("report");
    var other = node.start("prices");
    node.restarts();
    assertThat(node.world().waiting().runs()).contains(run);
    node.succeeds(other, "p");
    node.events().looksForNeeds();

    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void anOperatorLetsItGoWithoutWhatItDependsOn() {
    var node = node(dependency("prices", 0, Optional.of(FOUR_HOURS), Otherwise.FAIL));
    for (var verb : List.of(new Verb.Bypass(), new Verb.RunNow())) {
      var run = node.start("report");
      assertThat(node.operate(run, verb)).isInstanceOf(Verdict.Done.class);

      assertThat(node.running(run)).containsExactly("r");
      assertThat(node.ledger().events().needs()).isEmpty();
      assertThat(node.ledger().timers()).isEmpty();
    }
  }

  @Test
  void whatIsHeldDoesNotStartUntilItIsReleased() {
    var node = node(dependency("prices"));
    var run = node.start("report");
    node.operate(run, new Verb.Hold());
    node.succeeds(node.start("prices"), "p");
    node.events().looksForNeeds();
    assertThat(node.state(run)).isEqualTo(RunState.WAITING);
    assertThat(node.ledger().events().needs()).hasSize(1);

    node.operate(run, new Verb.Release());
    assertThat(node.running(run)).containsExactly("r");
  }

  @ParameterizedTest
  @CsvSource({"FAIL, FAILED", "SKIP, CANCELLED", "START, RUNNING"})
  void whatIsHeldForLongerThanItMayWaitEndsWhenItIsReleased(Otherwise otherwise, RunState state) {
    var node = node(dependency("prices", 0, Optional.of(FOUR_HOURS), otherwise));
    var run = node.start("report");
    node.operate(run, new Verb.Hold());
    node.passes(FOUR_HOURS.plusSeconds(1));
    node.restarts();
    assertThat(node.state(run)).isEqualTo(RunState.WAITING);

    node.operate(run, new Verb.Release());
    node.passes(Duration.ofSeconds(1));
    assertThat(node.state(run)).isEqualTo(state);
    assertThat(node.ledger().timers()).isEmpty();
  }

  @Test
  void aRunThatIsHeldKeepsItsBypassUntilItIsReleased() {
    var node = node(dependency("prices"));
    var run = node.start("report");
    node.operate(run, new Verb.Hold());
    node.operate(run, new Verb.Bypass());
    node.restarts();
    assertThat(node.state(run)).isEqualTo(RunState.WAITING);

    node.operate(run, new Verb.Release());
    assertThat(node.running(run)).containsExactly("r");
  }

  @Test
  void aRunThatGoesOnAfterItsEndWaitsAgainOnlyIfItHadNotBegun() {
    var node = node(dependency("prices", 0, Optional.of(FOUR_HOURS), Otherwise.FAIL));
    var run = node.start("report");
    node.passes(FOUR_HOURS);
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
    node.restarts();
    node.operate(run, new Verb.Rerun(Verb.Extent.FAILED));
    assertThat(node.state(run)).isEqualTo(RunState.WAITING);
    node.restarts();
    node.succeeds(node.start("prices"), "p");
    node.events().looksForNeeds();
    node.fails(run, "r");

    node.operate(run, new Verb.Rerun(Verb.Extent.FAILED));
    assertThat(node.running(run)).containsExactly("r");
    assertThat(node.ledger().events().needs()).isEmpty();
  }

  @Test
  void oneThatIsOverOfSeveralStaysSoWhenTheNodeComesBack() {
    var node =
        node(dependency("prices", 0, Optional.of(FOUR_HOURS), Otherwise.START), dependency("load"));
    var run = node.start("report");
    node.passes(FOUR_HOURS);
    node.restarts();
    var load = node.start("load");
    node.succeeds(load, "extract");
    node.succeeds(load, "rest");
    node.events().looksForNeeds();
    node.passes(Duration.ofSeconds(1));

    assertThat(node.running(run)).containsExactly("r");
    assertThat(node.ledger().timers()).isEmpty();
  }

  @Test
  void whatIsDoneAgainCountsAsItComesOutThen() {
    var node = node(dependency("prices"), dependency("load/extract"));
    var prices = node.start("prices");
    node.succeeds(prices, "p");
    var load = node.start("load");
    node.succeeds(load, "extract");
    node.operate(prices, new Verb.Rerun(Verb.Extent.ALL));
    node.operate(load, "extract", new Verb.Rerun(Verb.Extent.THIS));
    var run = node.start("report");
    assertThat(node.events().needsMet()).isEmpty();

    node.fails(load, "extract");
    node.succeeds(prices, "p");
    assertThat(node.events().needsMet()).containsExactly(new Event.NeedMet(run, 0));
  }

  @Test
  void aRunThatWaitsHasItsTurnAndTheNextOneQueuesBehindIt() {
    var node = node(dependency("prices"));
    node.schedules("report", schedule("*/20 * * * *", WorkflowSketch.none(), WhenRunning.QUEUE));
    node.passes(Duration.ofMinutes(45));
    var runs = node.runs("report");
    assertThat(runs).hasSize(2);
    assertThat(node.world().waiting().runs()).containsExactly(runs.getFirst());
    node.restarts();
    assertThat(node.world().waiting().runs()).containsExactly(runs.getFirst());

    node.succeeds(node.start("prices"), "p");
    node.events().looksForNeeds();
    node.succeeds(runs.getFirst(), "r");
    assertThat(node.world().waiting().runs()).containsExactly(runs.getLast());
    node.events().looksForNeeds();

    assertThat(node.running(runs.getLast())).containsExactly("r");
  }
}
