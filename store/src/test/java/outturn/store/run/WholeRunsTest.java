package outturn.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.run.RunState.RUNNING;
import static outturn.engine.run.RunState.WAITING;
import static outturn.store.run.RunTables.NOW;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.engine.run.AttemptId;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.range.Ranges;

class WholeRunsTest {
  private static TestDatabase database;
  private static Jdbi jdbi;
  private final RunTables tables = new RunTables(jdbi);
  private final RunReader reader = new RunReader(jdbi, InstantSource.fixed(NOW));

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
    new Ranges(jdbi, InstantSource.fixed(NOW)).make(2);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void manyRunsAreReadAsEachAlone() {
    var load = tables.add(1, "load", RUNNING);
    var send = tables.add(2, "send", WAITING);
    for (var task : List.of("extract", "check")) {
      tables.attempt(new AttemptId(load, task, 0, 1), "succeeded", Map.of("token", 9L));
    }
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into mark (run, task, kind, who, why, at, history) values (?, '', 'hold', 'ann', '', ?, '{}')",
            send.value(),
            NOW));

    var many = reader.runs(List.of(send, RunTables.id(3), load));

    assertThat(many)
        .containsExactlyInAnyOrder(reader.run(load).orElseThrow(), reader.run(send).orElseThrow());
    assertThat(many).extracting(run -> run.attempts().size()).containsExactlyInAnyOrder(2, 0);
    assertThat(many).extracting(run -> run.marks().size()).containsExactlyInAnyOrder(0, 1);
  }
}
