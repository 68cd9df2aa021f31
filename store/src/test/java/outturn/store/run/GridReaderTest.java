package outturn.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.store.run.RunTables.DATE;
import static outturn.store.run.RunTables.NOW;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.range.Ranges;

class GridReaderTest {
  private static TestDatabase database;
  private static RunTables tables;
  private static RunReader reader;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    Jdbi jdbi = database.database().jdbi(Lane.API);
    new Ranges(jdbi, InstantSource.fixed(NOW)).make(2);
    tables = new RunTables(jdbi);
    reader = new RunReader(jdbi, InstantSource.fixed(NOW));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static RunId add(int millis, RunState state, int daysBefore) {
    return tables.add(
        millis,
        "load",
        state,
        Map.of("started_by", "ann", "business_date", DATE.minusDays(daysBefore)));
  }

  @Test
  void eachDateHasItsNewestRunAndEachTaskItsLastAttempt() {
    var older = add(1, RunState.FAILED, 1);
    add(2, RunState.FAILED, 0);
    var newest = add(3, RunState.RUNNING, 0);
    tables.add(4, "other", RunState.SUCCEEDED);
    tables.attempt(new AttemptId(newest, "once", 0, 1), "failed", Map.of());
    tables.attempt(new AttemptId(newest, "once", 0, 2), "running", Map.of("worker", 7L));
    tables.attempt(new AttemptId(newest, "list", AttemptId.FRAME, 0), "running", Map.of());
    tables.attempt(new AttemptId(newest, "list", 0, 1), "failed", Map.of("worker", 7L));
    tables.attempt(new AttemptId(newest, "list", 1, 1), "running", Map.of("worker", 7L));
    tables.attempt(new AttemptId(older, "once", 0, 0), "skipped", Map.of());

    var latest = reader.grid().latest("load", 30);
    assertThat(latest)
        .containsExactly(
            new GridReader.Latest(newest, RunState.RUNNING, DATE, 2),
            new GridReader.Latest(older, RunState.FAILED, DATE.minusDays(1), 1));
    assertThat(reader.grid().latest("load", 1)).hasSize(1);
    assertThat(reader.grid().tasks(List.of(newest, older)))
        .isEqualTo(
            Map.of(
                newest,
                Map.of("once", AttemptState.RUNNING, "list", AttemptState.RUNNING),
                older,
                Map.of("once", AttemptState.SKIPPED)));
    assertThat(reader.holdings().workers()).isEqualTo(Map.of(7L, 2));
    assertThat(reader.holdings().all()).isEmpty();
  }
}
