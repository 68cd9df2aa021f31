package outturn.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.decide.Event;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.RunState;

class LongListTest {
  private static final int LONGEST = 10_000;
  private static final int PARALLEL = 50;

  private final Driver node =
      new Driver(
          workflow(
              "w",
              task("list"),
              task("each")
                  .needs("list")
                  .forEach(_ -> IntStream.range(0, LONGEST).boxed().toList(), PARALLEL),
              task("last").needs("each")));
  private final Map<Integer, Integer> made = new HashMap<>();

  /// Ends all that is under way, so often.
  private void rounds(int rounds) {
    for (int round = 0; round < rounds && !node.running().isEmpty(); round++) {
      assertThat(node.running()).hasSizeLessThanOrEqualTo(PARALLEL);
      for (var attempt : node.running()) {
        if (attempt.attempt().task().equals("each")) {
          made.merge(attempt.attempt().item(), 1, Integer::sum);
        }
        node.report(attempt, new Event.Report.Succeeded(Map.of()));
      }
    }
  }

  @Test
  void aCrashInTheMiddleOfTheLongestListKeepsExactlyTheRest() {
    var run = node.start("w");
    node.succeeds(run, "list");
    rounds(90);
    var done = Map.copyOf(made);
    assertThat(done).hasSize(90 * PARALLEL);

    node.restarts();
    assertThat(node.running()).hasSize(PARALLEL);
    rounds(Integer.MAX_VALUE);

    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
    assertThat(made).hasSize(LONGEST).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    assertThat(node.ledger().attempts(run).stream())
        .filteredOn(row -> row.id().task().equals("each") && row.id().item() != AttemptId.FRAME)
        .hasSize(LONGEST)
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(AttemptState.SUCCEEDED));
  }

  @Test
  void aListThatIsLongerFailsItsTask() {
    var longer =
        new Driver(
            workflow(
                "w", task("each").forEach(IntStream.rangeClosed(0, LONGEST).boxed().toList(), 5)));
    var run = longer.start("w");

    assertThat(longer.state(run, "each"))
        .hasToString(
            "Failed[failure=%s]"
                .formatted(
                    Failure.of(
                        FailureKind.START,
                        "forEach: a list of 10001, and at most 10000 are allowed")));
  }
}
