package outturn.store.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.store.TestDatabase;
import outturn.store.folder.CannotStart;

class DatabaseTest {
  private final TestDatabase test = TestDatabase.create();

  @AfterEach
  void close() {
    test.close();
  }

  @ParameterizedTest
  @CsvSource({"JOURNAL, 3333ms", "API, 30s", "WORKER, 1min", "SCREENS, 30s"})
  void eachLaneLimitsItsTransactions(Lane lane, String limit) {
    var shown =
        test.database()
            .jdbi(lane)
            .withHandle(
                h -> h.createQuery("show idle_in_transaction_session_timeout").mapTo(String.class).one());
    var whole =
        test.database()
            .jdbi(lane)
            .withHandle(h -> h.createQuery("show transaction_timeout").mapTo(String.class).one());
    assertThat(shown).isEqualTo(limit);
    assertThat(whole).isEqualTo(limit);
  }

  @Test
  void aFullLaneDoesNotStopAnother() throws Exception {
    try (var one = test.database().dataSource(Lane.SCREENS).getConnection();
        var two = test.database().dataSource(Lane.SCREENS).getConnection();
        var journal = test.database().dataSource(Lane.JOURNAL).getConnection()) {
      assertThat(one.isValid(1) && two.isValid(1) && journal.isValid(1)).isTrue();
      assertThatThrownBy(() -> test.database().dataSource(Lane.SCREENS).getConnection())
          .hasMessageContaining("screens");
    }
  }

  @Test
  void openingAgainChangesNothing() {
    Database.open(test.settings()).close();
  }

  @Test
  void tablesOfANewerProgramAreRefused() {
    test.database()
        .jdbi(Lane.API)
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into schema_history
                      (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (999, '999', 'of the future', 'SQL', 'V999__of_the_future.sql', 'x', 1, true)
                    """));

    assertThatThrownBy(() -> Database.open(test.settings()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("made by a newer Outturn (it knows migration 999");
  }

  @Test
  void migrationWaitsForALockByTryingAgain() throws Exception {
    var jdbi = test.database().jdbi(Lane.API);
    jdbi.useHandle(h -> h.execute("create schema fresh"));
    var url = test.settings().jdbcUrl() + "?currentSchema=fresh";
    var fresh = new ConnectionSettings(url, test.settings().user(), test.settings().password());
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
    var tables = jdbi.withHandle(h -> h.createQuery("select count(*) from fresh.users").mapTo(int.class).one());
    assertThat(tables).isZero();
  }

  @Test
  void aServerThatDoesNotAnswerIsToldWithoutThePassword() {
    assertThatThrownBy(
            () -> Database.open(new ConnectionSettings("jdbc:postgresql://127.0.0.1:1/db", "ada", "secret")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot connect as ada at jdbc:postgresql://127.0.0.1:1/db")
        .hasMessageNotContaining("secret");
  }
}
