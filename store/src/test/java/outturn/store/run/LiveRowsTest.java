package outturn.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.run.RunState.RUNNING;
import static outturn.engine.run.RunState.SUCCEEDED;
import static outturn.engine.run.RunState.WAITING;
import static outturn.store.run.RunTables.NOW;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.range.Ranges;

class LiveRowsTest {
  private static TestDatabase database;
  private static Jdbi jdbi;
  private RunTables tables;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            truncate run, attempt, live_run, unsuccessful_run, pool_grant, idempotency, project_version
            restart identity cascade
            """));
    new Ranges(jdbi, InstantSource.fixed(NOW)).make(0);
    tables = new RunTables(jdbi);
  }

  @Test
  void whatHasNotEndedIsReadRunByRun() {
    var ended = tables.add(1, "load", SUCCEEDED);
    var running = tables.add(2, "load", RUNNING);
    var other = tables.add(3, "send", RUNNING);
    tables.add(4, "send", WAITING);
    for (var run : List.of(other, ended, running)) {
      tables.attempt(new AttemptId(run, "b", 0, 1), "running", Map.of());
      tables.attempt(new AttemptId(run, "a", 0, 1), "succeeded", Map.of("ended", NOW));
    }

    assertThat(runs(List.of(0)))
        .extracting(RunRow::id)
        .containsExactly(running, other, RunTables.id(4));
    assertThat(attempts(List.of(0)))
        .extracting(attempt -> attempt.id().run())
        .containsExactly(running, running, other, other);
  }

  @Test
  void onlyThePartitionsThatAreAskedForAreRead() {
    var first = tables.add(1, "load", RUNNING);
    jdbi.useHandle(handle -> handle.execute("update live_run set partition = 5"));
    var second = tables.add(2, "load", RUNNING);

    assertThat(runs(List.of(5, 6))).extracting(RunRow::id).containsExactly(first);
    assertThat(runs(List.of(0, 5))).extracting(RunRow::id).containsExactly(first, second);
    assertThat(runs(List.of())).isEmpty();
  }

  private List<RunRow> runs(List<Integer> partitions) {
    var rows = new ArrayList<RunRow>();
    jdbi.useHandle(handle -> RunRows.live(handle, partitions, rows::add));
    return rows;
  }

  private List<AttemptRow> attempts(List<Integer> partitions) {
    var rows = new ArrayList<AttemptRow>();
    jdbi.useHandle(handle -> AttemptRows.live(handle, partitions, rows::add));
    return rows;
  }
}
