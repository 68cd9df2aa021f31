package outturn.runtime.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.engine.forecast.Standing;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Rebuild;
import outturn.engine.run.Rows;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.Version;

/// How long tasks have taken, and since when they run, by their rows.
class LiveRunTest {
  private static final Instant TWO = Instant.parse("2026-03-02T02:00:00Z");
  private static final RunId RUN = RunId.firstAt(TWO);
  private static final String PROJECT =
      """
      {kind: project, name: close}
      ---
      kind: workflow
      name: nightly
      tasks:
        once: {wait: {for: 1m}, retry: {attempts: 3, delay: 10m}}
        list: {forEach: ["a", "b", "c"], parallel: 1, wait: {for: 1m}}
      """;

  private final List<Rows.AttemptRow> rows = new ArrayList<>();

  private static Instant at(int minute) {
    return TWO.plusSeconds(60L * minute);
  }

  private void row(String task, int item, int attempt, AttemptState state, Integer... minutes) {
    var began = minutes[0] == null ? Optional.<Instant>empty() : Optional.of(at(minutes[0]));
    var ended = minutes.length < 2 ? Optional.<Instant>empty() : Optional.of(at(minutes[1]));
    var times = new Rows.Times(began.orElse(at(0)), began, ended);
    Map<String, Object> outputs =
        item == AttemptId.FRAME ? Map.of("items", List.of("a", "b", "c")) : Map.of();
    rows.add(
        new Rows.AttemptRow(
            new AttemptId(RUN, task, item, attempt),
            Rows.By.NOBODY,
            state,
            times,
            outputs,
            Optional.empty(),
            Optional.empty()));
  }

  private LiveRun live() {
    var files = new ProjectFiles(Map.of("outturn.yaml", PROJECT.getBytes(StandardCharsets.UTF_8)));
    var project = ProjectReader.read(files).project().orElseThrow();
    var workflow = project.workflows().find("nightly").orElseThrow();
    var version = new Version(1, "close", 1, Map.of("nightly", workflow));
    var date = LocalDate.of(2026, 3, 2);
    var order = new Order("nightly", Map.of(), date, Optional.empty(), new Origin.User("ann"));
    var times = new Rows.Times(TWO, Optional.of(TWO), Optional.empty());
    var row = new Rows.RunRow(RUN, order, 1, RunState.RUNNING, times, Optional.empty());
    var run = Rebuild.run(row, version, rows, List.of());
    var subject = new Subject("close", "nightly", Optional.of(RUN), date, TWO, workflow.timezone());
    var attempts = rows.stream().collect(Collectors.groupingBy(each -> each.id().task()));
    return new LiveRun(subject.key(), subject, times, run, attempts, List.of());
  }

  private Optional<Duration> took(String task) {
    var live = live();
    return live.took(live.run().task(task));
  }

  @Test
  void aTaskTookAsLongAsItsLastAttempt() {
    row("once", 0, 1, AttemptState.FAILED, 0, 5);
    row("once", 0, 2, AttemptState.SUCCEEDED, 15, 18);

    assertThat(took("once")).contains(Duration.ofMinutes(3));
  }

  @Test
  void whatAPersonEndedBeforeItBeganTookNoTime() {
    row("once", 0, 1, AttemptState.FAILED, 0, 5);
    row("once", 0, 2, AttemptState.SUCCEEDED, null, 12);

    assertThat(took("once")).isEmpty();
  }

  @Test
  void aListTookFromItsFirstItemOn() {
    row("list", AttemptId.FRAME, 0, AttemptState.SUCCEEDED, 0, 30);
    for (int item = 0; item < 3; item++) {
      row("list", item, 1, AttemptState.SUCCEEDED, 10 * item, 10 * item + 10);
    }

    assertThat(took("list")).contains(Duration.ofMinutes(30));
  }

  @Test
  void aListOfWhichItemsAreDoneAgainRunsSinceThen() {
    row("list", AttemptId.FRAME, 0, AttemptState.FAILED, 0, 30);
    row("list", 0, 1, AttemptState.SUCCEEDED, 0, 10);
    row("list", 1, 1, AttemptState.FAILED, 10, 20);
    row("list", 2, 1, AttemptState.SUCCEEDED, 20, 30);
    row("list", AttemptId.FRAME, 1, AttemptState.RUNNING, 150);
    row("list", 1, 2, AttemptState.RUNNING, 151);

    var live = live();
    var standing = new Standings(live, at(155)).of(live.run().task("list"));

    assertThat(standing).isEqualTo(new Standing.Running(at(151), 1));
  }
}
