package outturn.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.store.TestDatabase;
import outturn.store.database.TableSpace;
import outturn.store.folder.DataFolder;

class RunningPostgresTest {
  private static final Path PLACE = Path.of("target", "running-postgres");

  @BeforeAll
  @AfterAll
  static void clean() {
    FolderTree.remove(PLACE);
  }

  @Test
  void itIsFoundAsLongAsItRunsAndItsTablesCanBeSized() throws SQLException {
    try (var folder = DataFolder.open(PLACE)) {
      assertThat(RunningPostgres.of(PLACE)).isEmpty();
      try (var postgres = EmbeddedPostgres.start(folder, TestDatabase.programs())) {
        var found = RunningPostgres.of(PLACE).orElseThrow();

        assertThat(found.connection()).isEqualTo(postgres.connection());
        assertThat(ProcessHandle.of(found.pid()).orElseThrow().children()).isNotEmpty();
        assertThat(TableSpace.in(found.connection())).isZero();
        execute(found, "create table wide (number int) partition by range (number)");
        execute(found, "create table wide_1 partition of wide for values from (0) to (100000)");
        execute(found, "insert into wide select generate_series(1, 10000)");
        assertThat(TableSpace.in(found.connection())).isBetween(300_000L, 500_000L);
      }
      assertThat(RunningPostgres.of(PLACE)).isEmpty();
    }
  }

  private static void execute(RunningPostgres postgres, String sql) throws SQLException {
    try (var connection = postgres.connection().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
