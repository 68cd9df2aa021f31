package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.EventSketch.after;
import static outturn.engine.EventSketch.all;
import static outturn.engine.EventSketch.any;
import static outturn.engine.EventSketch.ending;
import static outturn.engine.EventSketch.event;
import static outturn.engine.EventSketch.hook;
import static outturn.engine.EventSketch.part;
import static outturn.engine.EventSketch.webhook;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.ValueType;
import outturn.definition.trigger.Source.End;
import outturn.engine.Driver;
import outturn.engine.EventSketch;
import outturn.engine.WorkflowSketch;
import outturn.engine.run.Origin;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.RunState;
import outturn.engine.trigger.Fate;
import outturn.engine.verb.Verb;

class TriggeredRunsTest {
  private static final Duration SIX_HOURS = Duration.ofHours(6);

  private static Driver node(WorkflowSketch... workflows) {
    var node = new Driver(workflows);
    node.events().arm();
    return node;
  }

  private static Driver joined() {
    return node(
        workflow("prices", task("t")),
        workflow("pay", task("p"))
            .triggers(
                all(
                    "both",
                    SIX_HOURS,
                    part("orders", webhook()),
                    part("prices", ending("prices", 0)))));
  }

  private static List<Fate> fates(Driver node) {
    return node.ledger().events().seen().stream().map(Change.EventDecided::fate).toList();
  }

  private static RunRow only(Driver node, String workflow) {
    var runs = node.runs(workflow);
    assertThat(runs).hasSize(1);
    return node.ledger().run(runs.getFirst());
  }

  @Test
  void anEventStartsARunWithItsValues() {
    var node =
        node(workflow("pay", task("p")).input("ref", ValueType.STRING).triggers(hook("go", "ref")));

    node.events().comes(event("pay/go", "1", Map.of("ref", "main"), node));

    var run = only(node, "pay");
    assertThat(run.order().inputs()).isEqualTo(Map.of("ref", "main"));
    assertThat(run.order().origin()).isEqualTo(new Origin.Trigger("pay/go"));
    assertThat(fates(node)).containsExactly(Fate.STARTED);
    assertThat(node.ledger().events().seen().getFirst().run()).contains(run.id());
  }

  @Test
  void anEventWhoseValuesDoNotFitIsRefusedWithTheReason() {
    var node =
        node(workflow("pay", task("p")).input("ref", ValueType.INT).triggers(hook("go", "ref")));

    node.events().comes(event("pay/go", "1", Map.of("ref", "main"), node));

    assertThat(node.runs("pay")).isEmpty();
    var row = node.ledger().events().seen().getFirst();
    assertThat(row.fate()).isEqualTo(Fate.REFUSED);
    assertThat(row.reason()).contains("input 'ref' is to be int");
  }

  @Test
  void theEndOfARunStartsAnotherForTheSameBusinessDate() {
    var node = node(workflow("a", task("t")), workflow("b", task("u")).triggers(after("a")));
    var first = node.start("a");
    node.succeeds(first, "t");

    assertThat(node.runs("b")).isEmpty();
    node.events().delivers();

    assertThat(only(node, "b").order().businessDate())
        .isEqualTo(node.ledger().run(first).order().businessDate());
    node.events().delivers();
    assertThat(node.runs("b")).hasSize(1);
  }

  @Test
  void theBusinessDateCanBeTheDayBefore() {
    var before = any("before", part("", ending("a", -1)));
    var node = node(workflow("a"), workflow("b").triggers(before));
    node.start("a");
    node.events().delivers();

    assertThat(only(node, "b").order().businessDate()).isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void onlyTheEndsThatAreMeantStartARun() {
    var node =
        node(
            workflow("a", task("t")),
            workflow("b").triggers(after("a", End.FAILED, End.CANCELLED)));
    node.succeeds(node.start("a"), "t");
    node.events().delivers();
    assertThat(node.runs("b")).isEmpty();

    node.fails(node.start("a"), "t");
    node.events().delivers();
    assertThat(node.runs("b")).hasSize(1);

    var third = node.start("a");
    node.cancel(third);
    node.stopped(third, "t");
    node.events().delivers();
    assertThat(node.runs("b")).hasSize(2);
  }

  @Test
  void theEndOfATaskStartsARunWhileItsOwnGoesOn() {
    var node =
        node(
            workflow("a", task("load"), task("rest").needs("load")),
            workflow("b").triggers(after("a/load")));
    var run = node.start("a");
    node.succeeds(run, "load");
    node.events().delivers();

    assertThat(node.runs("b")).hasSize(1);
    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
    node.succeeds(run, "rest");
    node.events().delivers();
    assertThat(node.runs("b")).hasSize(1);
  }

  @Test
  void aRunThatIsDoneAgainIsAnotherEventOnlyIfItEndsInAnotherState() {
    var node =
        node(
            workflow("a", task("t")),
            workflow("b").triggers(after("a", End.SUCCEEDED, End.FAILED)),
            workflow("c").triggers(after("a/t", End.SUCCEEDED, End.FAILED)));
    var run = node.start("a");
    node.fails(run, "t");
    node.events().delivers();
    assertThat(node.runs("b")).hasSize(1);
    for (int time = 0; time < 2; time++) {
      node.operate(run, new Verb.Rerun(Verb.Extent.ALL));
      node.succeeds(run, "t");
      node.events().delivers();
      assertThat(node.runs("b")).hasSize(2);
    }
    node.restarts();
    node.events().arm();

    node.operate(run, new Verb.Rerun(Verb.Extent.ALL));
    node.fails(run, "t");
    node.events().delivers();
    assertThat(node.runs("b")).hasSize(2);
    assertThat(node.runs("c")).hasSize(2);
  }

  @Test
  void nobodyIsToldOfAnEndThatNoTriggerIsAbout() {
    var node = node(workflow("a", task("t")), workflow("b").triggers(hook("go")));
    node.succeeds(node.start("a"), "t");

    assertThat(node.ledger().events().told()).isEmpty();
  }

  @Test
  void joinedEventsOfOneDateStartOneRunTogether() {
    var node = joined();
    node.events().comes(event("pay/both#orders", "o1", Map.of(), node));
    assertThat(fates(node)).containsExactly(Fate.WAITING);
    assertThat(node.runs("pay")).isEmpty();

    node.succeeds(node.start("prices"), "t");
    node.events().delivers();

    assertThat(node.runs("pay")).hasSize(1);
    assertThat(fates(node)).containsExactly(Fate.STARTED, Fate.STARTED);
  }

  @Test
  void eventsOfDifferentDatesAreNotJoined() {
    var node = joined();
    node.events().comes(event("pay/both#orders", "o1", Map.of(), node));
    node.clock(node.now().plus(Duration.ofDays(1)));
    node.succeeds(node.start("prices"), "t");
    node.events().delivers();

    assertThat(node.runs("pay")).isEmpty();
  }

  @Test
  void everyCompleteSetStartsOneRun() {
    var node = joined();
    for (var key : List.of("o1", "o2", "o3")) {
      node.events().comes(event("pay/both#orders", key, Map.of(), node));
    }
    for (int run = 0; run < 2; run++) {
      node.succeeds(node.start("prices"), "t");
      node.events().delivers();
    }

    assertThat(node.runs("pay")).hasSize(2);
    assertThat(node.ledger().events().waitingEvents())
        .singleElement()
        .satisfies(left -> assertThat(left.key()).isEqualTo("o3"));
  }

  @Test
  void aHalfJoinExpiresAndIsNotCompletedLater() {
    var node = joined();
    node.events().comes(event("pay/both#orders", "o1", Map.of(), node));
    node.passes(SIX_HOURS);
    assertThat(fates(node)).containsExactly(Fate.EXPIRED);

    node.succeeds(node.start("prices"), "t");
    node.events().delivers();
    assertThat(node.runs("pay")).isEmpty();
  }

  @Test
  void aHalfJoinOutlivesTheNode() {
    var node = joined();
    node.events().comes(event("pay/both#orders", "o1", Map.of(), node));
    node.passes(Duration.ofHours(2));
    node.restarts();
    node.succeeds(node.start("prices"), "t");
    node.events().delivers();
    assertThat(node.runs("pay")).hasSize(1);

    node.events().comes(event("pay/both#orders", "o2", Map.of(), node));
    node.restarts();
    node.passes(SIX_HOURS);
    assertThat(fates(node)).contains(Fate.EXPIRED);
  }

  @Test
  void aHalfJoinEndsWithItsTrigger() {
    var node = joined();
    node.events().comes(event("pay/both#orders", "o1", Map.of(), node));
    node.events().arm(List.of());

    var row = node.ledger().events().seen().getFirst();
    assertThat(row.fate()).isEqualTo(Fate.EXPIRED);
    assertThat(row.reason()).contains("not in force");
  }

  @Test
  void eachEventOfAnyPartStartsARun() {
    var node =
        node(
            workflow("a", task("t")),
            workflow("b").triggers(any("any", part("x", webhook()), part("y", ending("a", 0)))));
    node.events().comes(event("b/any#x", "1", Map.of(), node));
    node.succeeds(node.start("a"), "t");
    node.events().delivers();

    assertThat(node.runs("b")).hasSize(2);
  }

  @Test
  void anEventOfATriggerThatIsNoMoreIsRefused() {
    var node = node(workflow("b").triggers(hook("go")));
    node.events().comes(EventSketch.event("b/gone", "1", Map.of(), node));

    assertThat(fates(node)).containsExactly(Fate.REFUSED);
  }
}
