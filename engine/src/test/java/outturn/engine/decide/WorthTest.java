package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.engine.Driver;
import outturn.engine.pool.Worth;
import outturn.engine.run.RunId;

class WorthTest {
  private static Driver node() {
    return new Driver(workflow("load", task("a").pool("db", 1))).pool("db", 1);
  }

  private static Event applied(Set<String> byWorth) {
    return new Event.Applied("project", Map.of(), Map.of("db", 1), byWorth);
  }

  private static Event worth(Driver node, RunId run, double perHour) {
    var hour = Duration.ofHours(1);
    return new Event.WorthTold(
        Map.of(run, new Worth(perHour, "GBP", node.now(), hour, List.of(hour), hour)));
  }

  @Test
  void theRunThatLosesMostGetsThePoolNext() {
    var node = node();
    node.decide(applied(Set.of("db")));
    var first = node.start("load");
    node.start("load");
    var dear = node.start("load");
    node.decide(worth(node, dear, 250));
    node.succeeds(first, "a");

    assertThat(node.running()).hasSize(1);
    node.succeeds(dear, "a");
  }

  @Test
  void whatIsToldIsInNoRow() {
    var node = node();
    node.decide(applied(Set.of("db")));
    var run = node.start("load");

    assertThat(node.decide(worth(node, run, 250)).changes()).isEmpty();
  }

  @Test
  void whatIsAppliedSaysWhichPoolsGoByWorth() {
    var node = node();
    var first = node.start("load");
    var second = node.start("load");
    var dear = node.start("load");
    node.decide(applied(Set.of("db")));
    node.decide(worth(node, dear, 250));
    node.succeeds(first, "a");
    assertThat(node.running().toString()).contains(dear.toString());
    node.decide(applied(Set.of()));
    node.decide(worth(node, node.start("load"), 250));
    node.succeeds(dear, "a");
    assertThat(node.running().toString()).contains(second.toString());
  }
}
