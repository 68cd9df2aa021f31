package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.notify.Occasion;
import outturn.definition.schedule.Schedule;
import outturn.engine.Driver;
import outturn.engine.WorkflowSketch;
import outturn.engine.news.News;

/// What people are to hear of runs; it is eight o'clock in London.
class TellingTest {

  private static List<News> news(Driver node) {
    return node.ledger().news().stream().map(Change.Told::news).toList();
  }

  @Test
  void aWorkflowWithoutRulesTellsNothing() {
    var node = new Driver(workflow("w", task("a")).deadline("early", "08:10"));
    var run = node.start("w");
    assertThat(node.wakes()).isEmpty();
    node.passes(Duration.ofHours(1));
    node.fails(run, "a");
    assertThat(news(node)).isEmpty();
  }

  @Test
  void aRunThatFailsIsToldWithItsTasks() {
    var node =
        new Driver(workflow("w", task("a"), task("b").needs("a")).tells("room", Occasion.FAILED));
    var run = node.start("w");
    node.fails(run, "a");
    assertThat(news(node)).hasSize(1);
    var told = news(node).getFirst();
    assertThat(told.occasion()).isEqualTo(Occasion.FAILED);
    assertThat(told.about().run()).contains(run);
    assertThat(told.channels()).containsExactly("room");
    assertThat(told.text()).isEqualTo("task a failed (exit): broke");
  }

  @Test
  void aTaskIsToldWhenItIsNotTriedAgain() {
    var node =
        new Driver(
            workflow("w", task("a").attempts(2, Duration.ofSeconds(10)))
                .tells("room", Occasion.TASK_FAILED));
    var run = node.start("w");
    node.fails(run, "a");
    assertThat(news(node)).isEmpty();
    node.passes(Duration.ofSeconds(10));
    node.fails(run, "a");
    assertThat(news(node)).extracting(News::subject).containsExactly("a");
  }

  @Test
  void aSuccessIsToldSinceItMayBeARecovery() {
    var node = new Driver(workflow("w", task("a")).tells("room", Occasion.FAILED));
    node.succeeds(node.start("w"), "a");
    assertThat(news(node)).extracting(News::occasion).containsExactly(Occasion.RECOVERED);
    assertThat(news(node).getFirst().channels()).isEmpty();
  }

  @Test
  void aCancelledRunIsNotTold() {
    var node = new Driver(workflow("w", task("a")).tells("room", Occasion.FAILED));
    var run = node.start("w");
    node.cancel(run);
    node.stopped(run, "a");
    assertThat(news(node)).isEmpty();
  }

  @Test
  void aDeadlineThatPassesIsToldWhileTheRunGoesOn() {
    var node =
        new Driver(
            workflow("w", task("a"), task("b"))
                .tells("room", Occasion.LATE)
                .deadline("all", "08:30")
                .deadline("first", "08:20", "a"));
    var run = node.start("w");
    node.succeeds(run, "a");
    node.passes(Duration.ofMinutes(29));
    assertThat(news(node)).isEmpty();
    node.passes(Duration.ofMinutes(2));
    assertThat(news(node)).extracting(News::subject).containsExactly("all");
    assertThat(news(node).getFirst().text())
        .isEqualTo("the run had not succeeded by 2026-03-02 08:30 Europe/London, the deadline all");
  }

  @Test
  void aTaskThatFailedKeepsNoDeadline() {
    var node =
        new Driver(
            workflow("w", task("a"), task("b"))
                .tells("room", Occasion.LATE)
                .deadline("first", "08:20", "a"));
    var run = node.start("w");
    node.fails(run, "a");
    node.passes(Duration.ofMinutes(21));
    assertThat(news(node))
        .extracting(News::text)
        .containsExactly(
            "task a had not succeeded by 2026-03-02 08:20 Europe/London, the deadline first");
  }

  @Test
  void whatEndsInTimeLeavesNoTimer() {
    var node =
        new Driver(
            workflow("w", task("a"))
                .tells("room", Occasion.LATE)
                .tellsLong("room", Duration.ofHours(2))
                .deadline("all", "08:30"));
    var run = node.start("w");
    assertThat(node.ledger().timers()).hasSize(2);
    node.succeeds(run, "a");
    assertThat(node.ledger().timers()).isEmpty();
    node.passes(Duration.ofHours(3));
    assertThat(news(node)).extracting(News::occasion).containsExactly(Occasion.RECOVERED);
  }

  @Test
  void aLongRunIsToldOnceAlsoAfterACrash() {
    var node = new Driver(workflow("w", task("a")).tellsLong("room", Duration.ofMinutes(90)));
    node.start("w");
    node.passes(Duration.ofHours(1));
    node.restarts();
    node.passes(Duration.ofHours(1));
    node.restarts();
    node.passes(Duration.ofHours(10));
    assertThat(news(node))
        .extracting(News::text)
        .containsExactly("it has been running for longer than 1h30m");
  }

  @Test
  void aStartThatIsMissedIsTold() {
    var node = new Driver(workflow("w", task("a")).tells("room", Occasion.MISSED));
    node.schedules(
        "w",
        WorkflowSketch.schedule("0 9 * * *", WorkflowSketch.none(), Schedule.WhenRunning.QUEUE));
    node.clock(node.now().plus(Duration.ofHours(5)));
    node.restarts();
    node.decide(node.takeDue());
    assertThat(news(node)).extracting(News::subject).containsExactly("schedule");
    assertThat(news(node).getFirst().about().run()).isEqualTo(Optional.empty());
  }

  @Test
  void whatAProjectSaysForAllIsNotAboutCalledRuns() {
    var node =
        new Driver(
            workflow("child", task("a")).tells("room", Occasion.FAILED).asProject(),
            workflow("parent", task("call").calls("child"))
                .tells("room", Occasion.FAILED)
                .asProject());
    var run = node.start("parent");
    node.fails(node.child(run, "call"), "a");
    assertThat(news(node)).extracting(each -> each.about().workflow()).containsExactly("parent");
  }
}
