package outturn.store.duration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.definition.ahead.Typical;
import outturn.engine.run.RunId;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.range.Ranges;

class RunDurationsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static TestDatabase database;
  private static Jdbi jdbi;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
    new Ranges(jdbi, InstantSource.fixed(NOON)).make(0);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    jdbi.useHandle(handle -> handle.execute("truncate run, attempt, unsuccessful_run"));
  }

  private static RunId run(int number, String workflow, String state, int seconds) {
    var id = RunId.firstAt(NOON.plusSeconds(number));
    jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into run (id, workflow, project, version, state, business_date, created, started, ended)
            values (?, ?, 'p', 1, ?, '2026-11-23', ?, ?, ?)
            """,
            id.value(),
            workflow,
            state,
            NOON,
            NOON,
            NOON.plusSeconds(seconds)));
    return id;
  }

  private static void attempt(RunId run, String task, int attempt, int from, int to) {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into attempt (run, task, item, attempt, state, token, worker, started, ended)
            values (?, ?, -1, ?, 'succeeded', 0, 0, ?, ?)
            """,
            run.value(),
            task,
            attempt,
            NOON.plusSeconds(from),
            NOON.plusSeconds(to)));
  }

  @Test
  void theMedianAndTheNinthTenthAreOfRunsThatSucceeded() {
    for (var number = 1; number <= 10; number++) run(number, "load", "succeeded", number * 10);
    run(11, "load", "failed", 1000);
    run(12, "other", "cancelled", 1000);

    assertThat(new RunDurations(jdbi).ofRuns(List.of("load", "other", "none")))
        .containsExactly(
            Map.entry("load", new Typical(Duration.ofSeconds(50), Duration.ofSeconds(90), 10)));
  }

  @Test
  void onlyTheLastRunsCount() {
    for (var number = 1; number <= 60; number++) {
      run(number, "load", "succeeded", number <= 10 ? 1000 : 20);
    }

    assertThat(new RunDurations(jdbi).ofRuns(List.of("load")))
        .containsExactly(
            Map.entry("load", new Typical(Duration.ofSeconds(20), Duration.ofSeconds(20), 50)));
  }

  @Test
  void aTaskTakesFromItsFirstStartToItsLastEnd() {
    var run = run(1, "load", "succeeded", 100);
    attempt(run, "get", 1, 0, 10);
    attempt(run, "get", 2, 40, 60);
    attempt(run, "put", 1, 60, 100);

    assertThat(new RunDurations(jdbi).ofTasks(List.of("load", "none")))
        .containsExactly(
            Map.entry(
                "load", Map.of("get", Duration.ofSeconds(60), "put", Duration.ofSeconds(40))));
  }
}
