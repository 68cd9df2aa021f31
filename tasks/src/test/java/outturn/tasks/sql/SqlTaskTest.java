package outturn.tasks.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outturn.spi.TaskType.Result.Done;
import outturn.spi.TaskType.Result.Failed;
import outturn.spi.TaskType.Result.Kind;
import outturn.tasks.Attempt;

/// Against H2 in memory; `runtime` tests the same against PostgreSQL.
@Timeout(60)
public class SqlTaskTest {

  private static final String URL = "jdbc:h2:mem:sqltask";

  /// Signalled by the SQL function `tell_test()`.
  private static volatile CountDownLatch signal = new CountDownLatch(1);

  @TempDir Path folder;
  private SqlTask task;
  private Connection keeper;

  @BeforeEach
  void open() throws SQLException {
    task = new SqlTask(folder.resolve("drivers"));
    var source = new JdbcDataSource();
    source.setURL(URL);
    source.setUser("sa");
    source.setPassword("secret");
    keeper = source.getConnection();
    change("drop all objects");
    change("create table visit (id int primary key, region varchar, seen date)");
    change("create alias tell_test for \"outturn.tasks.sql.SqlTaskTest.tellTest\"");
    signal = new CountDownLatch(1);
  }

  @AfterEach
  void close() throws SQLException, IOException {
    keeper.close();
    task.close();
  }

  @Test
  void parametersGoInAndTheLastStatementComesOut() throws Exception {
    var attempt =
        attempt(
            """
            insert into visit values (1, :north, :day);
            insert into visit values (2, 'it''s; :x', :day);
            select id, region, seen as today, 1.5 as share, 12345678901 as far, true as ok,
                array['a', 'b'] as names, null as nothing
            from visit where region in (:regions) order by id; -- the end
            """,
            Map.of("north", "north", "day", "2026-03-29", "regions", List.of("north", "it's; :x")),
            Map.of(
                "rowCount", "int",
                "id", "int",
                "region", "string",
                "TODAY", "date",
                "share", "number",
                "far", "int",
                "ok", "boolean",
                "names", "list<string>"));

    Map<String, Object> row =
        Map.of("id", 1L, "region", "north", "TODAY", "2026-03-29", "ok", true);
    var outputs = new HashMap<>(row);
    outputs.putAll(Map.of("share", 1.5, "far", 12345678901L, "names", List.of("a", "b")));
    outputs.put("rowCount", 2L);
    assertThat(attempt.run(task)).isEqualTo(new Done(outputs));
  }

  @Test
  void changedRowsAreCounted() throws Exception {
    var insert = "insert into visit select x, 'r', null from system_range(1, 5000)";

    assertThat(attempt(insert, Map.of(), Map.of("rowCount", "int")).run(task))
        .isEqualTo(new Done(Map.of("rowCount", 5000L)));
    assertThat(attempt("select * from visit", Map.of(), Map.of("rowCount", "int")).run(task))
        .isEqualTo(new Done(Map.of("rowCount", 5000L)));
    assertThat(attempt("update visit set region = null where id < 0", Map.of(), Map.of()).run(task))
        .isEqualTo(new Done(Map.of()));
  }

  @Test
  void anErrorUndoesAllAndNamesItsLine() throws Exception {
    var attempt =
        attempt(
            "insert into visit values (1, 'a', null);\n\ninsert into visit values (1, 'b', null)",
            Map.of(),
            Map.of());

    assertFailure(attempt, Kind.ANSWER, "line 3: SQLSTATE 23505: ");
    assertThat(visits()).isZero();
  }

  @Test
  void aBrokenPromiseUndoesAll() throws Exception {
    var insert = "insert into visit values (1, 'a', null)";

    assertFailure(
        attempt(insert, Map.of(), Map.of("id", "int")),
        Kind.OUTPUT,
        "output 'id' was promised, but not given");
    assertFailure(
        attempt(insert + "; select region as id from visit", Map.of(), Map.of("id", "int")),
        Kind.OUTPUT,
        "output 'id' is 'a'; expected int");
    assertThat(visits()).isZero();
  }

  @Test
  void nothingIsDoneWhenAParameterIsMissing() throws Exception {
    var attempt =
        attempt("insert into visit values (1, 'a', null); select :day", Map.of(), Map.of());

    assertThatThrownBy(() -> attempt.run(task))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parameter :day at line 1");
    assertThat(visits()).isZero();
  }

  @Test
  void aDatabaseThatIsNotThereIsAConnectionFailure() throws Exception {
    var attempt = attempt("select 1", Map.of("url", "jdbc:h2:tcp://127.0.0.1:1/x;PASSWORD=hidden"));

    assertFailure(attempt, Kind.CONNECTION, "no connection to jdbc:h2:tcp://127.0.0.1:1/x: ");
  }

  @Test
  void aWrongPasswordIsAnAnswer() throws Exception {
    var attempt = attempt("select 1", Map.of("url", URL, "user", "sa", "password", "wrong"));

    assertFailure(attempt, Kind.ANSWER, "no connection to jdbc:h2:mem:sqltask: SQLSTATE 28000");
  }

  @Test
  void aMissingDriverSaysWhereToPutIt() {
    var attempt = attempt("select 1", Map.of("url", "jdbc:oracle:thin:scott/tiger@db"));

    assertThatThrownBy(() -> attempt.run(task))
        .hasMessageContaining("no driver for jdbc:oracle; put its jar into")
        .hasMessageContaining("drivers")
        .hasMessageNotContaining("tiger");
  }

  @Test
  void aTextWithoutAStatementIsRefused() {
    assertThatThrownBy(() -> attempt("-- nothing;", Map.of(), Map.of()).run(task))
        .hasMessage("setting 'text' holds no statement");
  }

  @Test
  void anInterruptCancelsAndRollsBack() throws Exception {
    var attempt =
        attempt(
            """
            insert into visit values (1, 'a', null);
            select tell_test();
            select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b
              where a.x + b.x = -1
            """,
            Map.of(),
            Map.of());

    attempt.runAndInterrupt(task, signal);

    assertThat(visits()).isZero();
    change("drop table visit");
  }

  /// Called by the database.
  public static int tellTest() {
    signal.countDown();
    return 1;
  }

  private void assertFailure(Attempt attempt, Kind kind, String message) throws Exception {
    assertThat(attempt.run(task))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.message()).startsWith(message);
              assertThat(failed.kind()).isEqualTo(kind);
            });
  }

  private Attempt attempt(
      String text, Map<String, Object> parameters, Map<String, String> promised) {
    return new Attempt(
        folder,
        "sql",
        Map.of(
            "connection",
            Map.of("url", URL, "user", "sa", "password", "secret"),
            "text",
            text,
            "params",
            new HashMap<>(parameters)),
        promised);
  }

  private Attempt attempt(String text, Map<String, Object> connection) {
    return new Attempt(folder, "sql", Map.of("connection", connection, "text", text), Map.of());
  }

  private void change(String sql) throws SQLException {
    try (var statement = keeper.createStatement()) {
      statement.execute(sql);
    }
  }

  private long visits() throws SQLException {
    try (var statement = keeper.createStatement();
        var rows = statement.executeQuery("select count(*) from visit")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
