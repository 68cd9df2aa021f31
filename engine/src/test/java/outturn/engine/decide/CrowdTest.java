package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.EventSketch.dependency;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outturn.engine.Driver;
import outturn.engine.Operator;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.verb.Verb;

/// Very many runs that are held, wait for others or for a pool, and are all let go at once.
class CrowdTest {
  private static final int POOL = 20;
  private static final int OF_EACH = 3_000;

  private final Driver node =
      new Driver(
              workflow("holder", task("work").pool("db", POOL)),
              workflow("prices", task("work")),
              workflow("held", task("work").pool("db", 1)),
              workflow("pooled", task("work").pool("db", 1)),
              workflow("depending", task("work").pool("db", 1)).dependsOn(dependency("prices")))
          .pool("db", POOL);
  private final RunId holder = node.start("holder");
  private final List<RunId> held = new ArrayList<>();
  private final List<RunId> others = new ArrayList<>();

  private void gather() {
    for (int each = 0; each < OF_EACH; each++) {
      var run = node.start("held");
      node.operate(run, new Verb.Hold());
      held.add(run);
      others.add(node.start("pooled"));
      others.add(node.start("depending"));
    }
  }

  private void settle() {
    while (!node.world().settled()) node.decide();
  }

  private List<Effect.Dispatch> working() {
    return node.running().stream().filter(each -> !each.attempt().run().equals(holder)).toList();
  }

  @Test
  void nothingIsToBeDoneForThoseWhoWait() {
    gather();

    assertThat(working()).isEmpty();
    assertThat(node.nextDue()).isEmpty();
    assertThat(node.world().waiting().wanted()).hasSize(1);
  }

  @Test
  void allThatAreLetGoAtOnceFillThePoolExactlyUntilTheLastHasEnded() {
    gather();
    node.succeeds(node.start("prices"), "work");
    var all = new ArrayList<Event>(node.events().needsMet());
    for (var run : held)
      all.add(Operator.operating(node, run, Optional.empty(), new Verb.Release()));
    node.decide(all);
    settle();
    assertThat(working()).isEmpty();
    node.succeeds(holder, "work");
    settle();

    var random = new Random(1);
    for (int left = 3 * OF_EACH; left > 0; ) {
      assertThat(working()).hasSize(Math.min(POOL, left));
      var reports = new ArrayList<Event>();
      for (var dispatch : working()) {
        if (random.nextInt(4) == 0 || reports.isEmpty()) {
          node.ended(dispatch.token());
          reports.add(succeeded(dispatch));
        }
      }
      node.decide(reports);
      settle();
      left -= reports.size();
    }
    assertThat(held).allMatch(run -> node.state(run) == RunState.SUCCEEDED);
    assertThat(others).allMatch(run -> node.state(run) == RunState.SUCCEEDED);
  }

  private static Event succeeded(Effect.Dispatch dispatch) {
    return new Event.Reported(
        dispatch.attempt(), dispatch.token(), new Event.Report.Succeeded(Map.of()));
  }
}
