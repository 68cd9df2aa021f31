package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.definition.policy.Policy;
import outturn.definition.policy.Selection;
import outturn.definition.policy.Window;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.pool.Lane;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;
import outturn.engine.verb.Verb;
import outturn.engine.verb.Verdict;

class PoliciesTest {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Instant OPENS = Driver.START.plus(FIVE_MINUTES);

  /// In force until the fifth minute, for tasks of these workflows.
  private static Policy policy(String name, int allow, String... workflows) {
    var until = LocalDateTime.ofInstant(OPENS, ZoneOffset.UTC);
    return new Policy(
        name,
        name,
        List.of(new Window.Once(Optional.empty(), Optional.of(until))),
        ZoneOffset.UTC,
        new Selection(List.of(workflows), Set.of(), Set.of()),
        allow);
  }

  private static TaskSketch[] tasks(int number) {
    var tasks = new TaskSketch[number];
    for (int place = 0; place < number; place++) tasks[place] = task("t" + place);
    return tasks;
  }

  @Test
  void nothingStartsInAFreezeAndAllThatWaitsAfterIt() {
    var node = new Driver(workflow("w", tasks(3)), workflow("other", task("a")));
    node.events().policies(policy("freeze", 0, "w"));
    var run = node.start("w");
    var other = node.start("other");

    assertThat(node.running(run)).isEmpty();
    assertThat(node.state(run, "t0")).isInstanceOf(UnitState.Ready.class);
    assertThat(node.running(other)).containsExactly("a");
    node.passes(FIVE_MINUTES.minusSeconds(1));
    assertThat(node.running(run)).isEmpty();
    node.passes(Duration.ofSeconds(1));
    assertThat(node.running(run)).containsExactly("t0", "t1", "t2");
    assertThat(node.ledger().grants()).isEmpty();
  }

  @Test
  void whatRunsWhenAFreezeBeginsEnds() {
    var node = new Driver(workflow("w", task("a"), task("b").needs("a")));
    var run = node.start("w");
    node.events().policies(policy("freeze", 0));
    node.succeeds(run, "a");

    assertThat(node.running(run)).isEmpty();
    assertThat(node.stops()).isEmpty();
    node.passes(FIVE_MINUTES);
    node.succeeds(run, "b");
    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void whatWaitedStartsByPriority() {
    var node =
        new Driver(
                workflow("w", task("a").priority(1), task("b").priority(5), task("c").priority(3)))
            .slots(Lane.PROCESS, 1);
    node.events().policies(policy("freeze", 0));
    var run = node.start("w");
    node.passes(FIVE_MINUTES);

    for (var next : List.of("b", "c", "a")) {
      assertThat(node.running(run)).containsExactly(next);
      node.succeeds(run, next);
    }
  }

  @Test
  void soManyRunAtOnceWhileItIsInForce() {
    var node = new Driver(workflow("w", tasks(3)), workflow("v", tasks(3)));
    node.events().policies(policy("few", 2));
    var first = node.start("w");
    var second = node.start("v");

    assertThat(node.running()).hasSize(2);
    node.succeeds(first, "t0");
    assertThat(node.running()).hasSize(2);
    node.passes(FIVE_MINUTES);
    assertThat(node.running()).hasSize(5);
    assertThat(node.running(second)).hasSize(3);
  }

  @Test
  void anotherPolicyHoldsAtOnceAndCountsWhatRuns() {
    var node = new Driver(workflow("w", tasks(3)));
    node.events().policies(policy("freeze", 0));
    var run = node.start("w");
    node.events().policies(policy("few", 1));
    assertThat(node.running(run)).hasSize(1);
    node.events().policies(policy("few", 2), policy("fewer", 1));
    assertThat(node.running(run)).hasSize(1);
    node.events().policies();

    assertThat(node.running(run)).hasSize(3);
    node.events().policies(policy("few", 3));
    assertThat(node.world().capacity().used("policy/few")).isEqualTo(3);
  }

  @Test
  void afterACrashTheSameHoldsForWhatWaitsAndWhatRuns() {
    var node = new Driver(workflow("w", tasks(3)));
    node.events().policies(policy("few", 2));
    var run = node.start("w");
    node.restarts();

    assertThat(node.running(run)).hasSize(2);
    assertThat(node.world().capacity().used("policy/few")).isEqualTo(2);
    node.passes(FIVE_MINUTES);
    assertThat(node.running(run)).hasSize(3);
  }

  @Test
  void itemsAndTheirPoolsWaitToo() {
    var node =
        new Driver(
                workflow("w", task("a").forEach(List.of(1, 2, 3), 3).pool("db", 1)),
                workflow("v", task("b").pool("db", 1)))
            .pool("db", 2);
    node.events().policies(policy("freeze", 0, "w"));
    var run = node.start("w");
    node.passes(Duration.ofMinutes(4));
    var other = node.start("v");

    assertThat(node.running(other)).containsExactly("b");
    node.passes(Duration.ofMinutes(1));
    assertThat(node.runningItems(run)).containsExactly(0);
    node.succeeds(other, "b");
    assertThat(node.runningItems(run)).containsExactly(0, 1);
  }

  @Test
  void whatDoesNoWorkIsNotHeld() {
    var node =
        new Driver(
            workflow("w", task("join").nothing(), task("rest").waits(Duration.ofMinutes(1))));
    node.events().policies(policy("freeze", 0));
    var run = node.start("w");

    assertThat(node.running(run)).containsExactly("join");
    assertThat(node.state(run, "rest")).isInstanceOf(UnitState.Running.class);
  }

  @Test
  void anOperatorLetsATaskPass() {
    var node = new Driver(workflow("w", task("a"), task("b").needs("a"), task("c")));
    node.events().policies(policy("freeze", 0));
    var run = node.start("w");

    assertThat(node.operate(run, "a", new Verb.Bypass())).isInstanceOf(Verdict.Done.class);
    assertThat(node.running(run)).containsExactly("a");
    assertThat(node.operate(run, "b", new Verb.Bypass())).isInstanceOf(Verdict.Done.class);
    assertThat(node.running(run)).containsExactly("a", "b");
    node.restarts();
    assertThat(node.world().capacity().used("policy/freeze")).isZero();
    assertThat(node.running(run)).containsExactly("a", "b");
    assertThat(node.operate(run, "a", new Verb.Bypass())).isInstanceOf(Verdict.Unchanged.class);
  }

  @Test
  void itemsThatRunAlreadyNoLongerCountWhenTheirTaskMayPass() {
    var node = new Driver(workflow("w", task("a").forEach(List.of(1, 2, 3), 3)));
    node.events().policies(policy("few", 1));
    var run = node.start("w");
    assertThat(node.runningItems(run)).containsExactly(0);
    node.operate(run, "a", new Verb.Bypass());

    assertThat(node.runningItems(run)).containsExactly(0, 1, 2);
    assertThat(node.world().capacity().used("policy/few")).isZero();
  }

  @Test
  void aTaskThatNoPolicyIsAboutHasNothingToBypass() {
    var node = new Driver(workflow("w", task("a"))).slots(Lane.PROCESS, 0);
    node.events().policies(policy("freeze", 0, "v"));
    var run = node.start("w");

    assertThat(node.operate(run, "a", new Verb.Bypass()))
        .isEqualTo(
            new Verdict.Refused("a waits neither for what it needs nor for a policy: it is ready"));
  }

  @Test
  void policiesOfOtherProjectsAreNoMatter() {
    var node = new Driver(workflow("w", task("a")));
    node.decide(new Event.PoliciesApplied(Map.of("another", List.of(policy("freeze", 0)))));
    var run = node.start("w");

    assertThat(node.running(run)).containsExactly("a");
  }
}
