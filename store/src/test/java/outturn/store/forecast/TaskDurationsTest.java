package outturn.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.duration.Sample.How;
import outturn.engine.run.RunId;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.range.Ranges;

class TaskDurationsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final RunId RUN = RunId.firstAt(NOON);
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
  void begin() {
    jdbi.useHandle(handle -> {
      handle.execute("truncate run, attempt");
      handle.execute(
          """
          insert into run (id, workflow, project, version, state, business_date, created, started, ended)
          values (?, 'load', 'p', 1, 'succeeded', '2026-11-23', ?, ?, ?)
          """,
          RUN.value(),
          NOON,
          NOON,
          NOON.plusSeconds(9000));
    });
  }

  /// @param item -1 for the list itself
  private static void attempt(int item, int attempt, String state, int from, int to) {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into attempt (run, task, item, attempt, state, token, worker, started, ended)
            values (?, 'each', ?, ?, ?, 0, 0, ?, ?)
            """,
            RUN.value(),
            item,
            attempt,
            state,
            NOON.plusSeconds(from),
            NOON.plusSeconds(to)));
  }

  private static List<Long> millis(How how) {
    return new TaskDurations(jdbi)
        .since("load", Instant.EPOCH, List.of()).stream()
            .filter(made -> made.how() == how)
            .map(TaskDurations.Made::millis)
            .toList();
  }

  @Test
  void eachAttemptOfATaskIsLearned() {
    attempt(0, 1, "failed", 10, 13);
    attempt(0, 2, "succeeded", 20, 29);
    assertThat(millis(How.FAILED)).containsExactly(3_000L);
    assertThat(millis(How.SUCCEEDED)).containsExactly(9_000L);
  }

  @Test
  void aListIsLearnedFromItsFirstItemOnAndNotWithItsWaitForAPool() {
    attempt(-1, 1, "succeeded", 0, 3_660);
    attempt(0, 1, "succeeded", 3_600, 3_620);
    attempt(1, 1, "succeeded", 3_640, 3_660);
    assertThat(millis(How.SUCCEEDED)).containsExactly(60_000L);
  }

  @Test
  void anEmptyListIsLearnedAsItWas() {
    attempt(-1, 1, "succeeded", 10, 11);
    assertThat(millis(How.SUCCEEDED)).containsExactly(1_000L);
  }

  @Test
  void theInputsThatAreAskedForAreToldOfEachRun() {
    attempt(0, 1, "succeeded", 0, 1);
    jdbi.useHandle(handle ->
        handle.execute("update run set inputs = '{\"extent\": \"all\", \"day\": \"monday\"}'"));

    var made = new TaskDurations(jdbi).since("load", Instant.EPOCH, List.of("extent"));

    assertThat(made)
        .singleElement()
        .satisfies(
            each -> assertThat(each.of().inputs()).containsExactly(Map.entry("extent", "all")));
  }
}
