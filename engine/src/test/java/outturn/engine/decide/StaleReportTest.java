package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.engine.Driver;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;

class StaleReportTest {
  private final Driver node =
      new Driver(workflow("w", task("a"), task("list").forEach(List.of("x"), 1)));
  private final RunId run = node.start("w");

  private void countsForNothing(AttemptId attempt, long token) {
    var decided =
        node.decide(new Event.Reported(attempt, token, new Event.Report.Succeeded(Map.of())));

    assertThat(decided.changes()).isEmpty();
    assertThat(decided.effects()).containsExactly(new Effect.StaleReport(attempt, token));
  }

  @Test
  void aReportWithAnotherTokenCountsForNothing() {
    var attempt = node.dispatch(run, "a", 0);

    countsForNothing(attempt.attempt(), attempt.token() + 1);
    assertThat(node.running(run)).contains("a");
  }

  @Test
  void aReportThatComesTwiceCountsOnce() {
    var attempt = node.dispatch(run, "a", 0);
    node.succeeds(run, "a");

    countsForNothing(attempt.attempt(), attempt.token());
  }

  @Test
  void aReportAboutARunThatHasEndedCountsForNothing() {
    var attempt = node.dispatch(run, "a", 0);
    node.succeeds(run, "a");
    node.succeeds(run, "list");

    countsForNothing(attempt.attempt(), attempt.token());
  }

  @Test
  void aReportAboutARunThatNeverWasCountsForNothing() {
    countsForNothing(new AttemptId(new RunId(77), "a", 0, 1), 5);
  }

  @Test
  void aReportAboutATaskOrItemThatIsNotThereCountsForNothing() {
    var attempt = node.dispatch(run, "a", 0);

    countsForNothing(new AttemptId(run, "nobody", 0, 1), 5);
    countsForNothing(new AttemptId(run, "list", 7, 1), 5);
    countsForNothing(new AttemptId(run, "list", -1, 1), 5);
    countsForNothing(new AttemptId(run, "a", 1, 1), attempt.token());
  }
}
