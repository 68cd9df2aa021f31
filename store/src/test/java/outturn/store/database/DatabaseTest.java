package outturn.store.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.store.TestDatabase;
import outturn.store.folder.CannotStart;

class DatabaseTest {
  private static final TestDatabase TEST = TestDatabase.create();

  @AfterAll
  static void close() {
    TEST.close();
  }

  @Test
  void eachLaneLimitsItsTransactions() {
    assertThat(limits(Lane.JOURNAL)).isEqualTo("3333ms 3333ms");
    assertThat(limits(Lane.API)).isEqualTo("30s 30s");
    assertThat(limits(Lane.WORKER)).isEqualTo("1min 1min");
    assertThat(limits(Lane.SCREENS)).isEqualTo("30s 30s");
  }

  private String limits(Lane lane) {
    var shown =
        """
        select current_setting('idle_in_transaction_session_timeout') || ' ' || current_setting('transaction_timeout')
        """;
    return TEST.database()
        .jdbi(lane)
        .withHandle(h -> h.createQuery(shown).mapTo(String.class).one());
  }

  @Test
  void aFullLaneDoesNotStopAnother() throws Exception {
    try (var one = TEST.database().dataSource(Lane.SCREENS).getConnection();
        var two = TEST.database().dataSource(Lane.SCREENS).getConnection();
        var journal = TEST.database().dataSource(Lane.JOURNAL).getConnection()) {
      assertThat(one.isValid(1) && two.isValid(1) && journal.isValid(1)).isTrue();
      assertThatThrownBy(() -> TEST.database().dataSource(Lane.SCREENS).getConnection())
          .hasMessageContaining("screens");
    }
  }

  @Test
  void openingAgainChangesNothing() {
    Database.open(TEST.settings()).close();
  }

  @Test
  void tablesOfANewerProgramAreRefused() {
    TEST.database()
        .jdbi(Lane.API)
        .useHandle(h ->
            h.execute(
                """
                insert into schema_history
                  (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (999, '999', 'of the future', 'SQL', 'V999__of_the_future.sql', 'x', 1, true)
                """));

    assertThatThrownBy(() -> Database.open(TEST.settings()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("made by a newer Outturn (it knows migration 999");
    TEST.database()
        .jdbi(Lane.API)
        .useHandle(h -> h.execute("delete from schema_history where version = '999'"));
  }

  @Test
  void migrationWaitsForALockByTryingAgain() throws Exception {
    var jdbi = TEST.database().jdbi(Lane.API);
    jdbi.useHandle(h -> h.execute("create schema fresh"));
    var url = TEST.settings().jdbcUrl() + "?currentSchema=fresh";
    var fresh = new ConnectionSettings(url, TEST.settings().user(), TEST.settings().password());
    try (var blocker = fresh.connect();
        var statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("create table users (name text)");

      var migrating = CompletableFuture.runAsync(() -> new Schema(fresh).migrate());
      Thread.sleep(1_000);
      assertThat(migrating).isNotDone();
      blocker.rollback();

      migrating.get(20, SECONDS);
    }
    var tables =
        jdbi.withHandle(
            h -> h.createQuery("select count(*) from fresh.users").mapTo(int.class).one());
    assertThat(tables).isZero();
  }

  @Test
  void aServerThatDoesNotAnswerIsToldWithoutThePassword() {
    assertThatThrownBy(() ->
            Database.open(
                new ConnectionSettings("jdbc:postgresql://127.0.0.1:1/db", "ada", "secret")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot connect as ada at jdbc:postgresql://127.0.0.1:1/db")
        .hasMessageNotContaining("secret");
  }
}
