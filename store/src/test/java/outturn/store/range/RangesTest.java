package outturn.store.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.run.RunId;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;

class RangesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static TestDatabase database;
  private static Jdbi jdbi;

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
        handle
            .createQuery(
                """
                select inhrelid::regclass::text from pg_inherits
                where inhparent in ('run'::regclass, 'attempt'::regclass, 'log'::regclass)
                """)
            .mapTo(String.class)
            .forEach(table -> handle.execute("drop table " + table)));
  }

  @Test
  void thisWeekAndTheNextOnesAreMade() {
    assertThat(at(NOW).make(1))
        .containsExactly(
            "run_2026w48",
            "run_2026w49",
            "attempt_2026w48",
            "attempt_2026w49",
            "log_2026w48",
            "log_2026w49");
  }

  @Test
  void theLastWeekOfAYearIsFollowedByTheFirst() {
    assertThat(at(Instant.parse("2026-12-31T12:00:00Z")).make(1))
        .contains("run_2026w53", "run_2027w01");
  }

  @Test
  void onlyWhatIsMissingIsMade() {
    at(NOW).make(1);

    assertThat(at(NOW).make(1)).isEmpty();
    assertThat(at(NOW).make(2)).containsExactly("run_2026w50", "attempt_2026w50", "log_2026w50");
  }

  @Test
  void theWeekBeforeIsThereForAClockThatIsBehind() {
    assertThat(at(Instant.parse("2026-11-23T00:00:01Z")).make(0)).contains("run_2026w47");
  }

  @Test
  void theEdgesOfWeeksLeaveNoGap() {
    at(NOW).make(1);
    var monday = Instant.parse("2026-11-30T00:00:00Z");

    insert(RunId.firstAt(monday).value() - 1);
    insert(RunId.firstAt(monday).value());

    assertThat(tables()).containsExactly("run_2026w48", "run_2026w49");
  }

  @Test
  void updatesOfARunTouchNoIndex() {
    at(NOW).make(0);
    insert(RunId.firstAt(NOW).value());
    jdbi.useHandle(handle -> {
      handle.execute("update run set state = 'running', started = now()");
      handle.execute("update run set state = 'failed', ended = now()");
      handle.execute("select pg_stat_force_next_flush()");
    });

    assertThat(hotUpdates()).isEqualTo(2);
  }

  @Test
  void twoNodesMakeThemOnce() {
    var together =
        List.of(
            CompletableFuture.supplyAsync(() -> at(NOW).make(4)),
            CompletableFuture.supplyAsync(() -> at(NOW).make(4)));

    assertThat(together.stream().mapToInt(made -> made.join().size()).sum()).isEqualTo(15);
  }

  @Test
  void readersAndWritersHoldNothingUp() {
    at(NOW).make(0);
    jdbi.useTransaction(busy -> {
      busy.execute("insert into log select %d, 'a', 0, 1, 1, now(), 0, ''".formatted(id()));
      busy.execute("select count(*) from run");

      assertThat(at(NOW).make(1)).hasSize(3);
    });
  }

  @Test
  void aLockIsWaitedForInShortTries() throws Exception {
    var locked = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    var holder =
        CompletableFuture.runAsync(() ->
            jdbi.useTransaction(handle -> {
              handle.execute("lock table attempt in share mode");
              locked.countDown();
              handle.execute("select pg_sleep(0.5)");
              done.countDown();
            }));
    locked.await();

    assertThat(at(NOW).make(0)).hasSize(3);
    assertThat(done.getCount()).isZero();
    holder.join();
  }

  @Test
  void theNextWeekIsNotPlannedForAsIfItStayedEmpty() {
    at(NOW).make(1);
    insert(RunId.firstAt(NOW).value());
    jdbi.useHandle(handle -> handle.execute("vacuum analyze run"));
    assertThat(believedRows("run_2026w49")).isZero();

    at(NOW).make(1);

    assertThat(believedRows("run_2026w49")).isNegative();
    assertThat(believedRows("run_2026w48")).isEqualTo(1);
  }

  @Test
  void whatHasBecomeFullSinceItsAnalysisIsKept() {
    at(NOW).make(0);
    jdbi.useHandle(handle -> handle.execute("vacuum analyze run"));
    insert(RunId.firstAt(NOW).value());

    at(NOW).make(0);

    assertThat(tables()).containsExactly("run_2026w48");
  }

  private float believedRows(String table) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select reltuples from pg_class where relname = ?")
            .bind(0, table)
            .mapTo(Float.class)
            .one());
  }

  private Ranges at(Instant time) {
    return new Ranges(jdbi, InstantSource.fixed(time));
  }

  private static long id() {
    return RunId.firstAt(NOW).value();
  }

  private void insert(long id) {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into run (id, workflow, project, version, state, business_date, created)
            values (?, 'w', 'p', 1, 'waiting', date '2026-11-25', now())
            """,
            id));
  }

  private List<String> tables() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select tableoid::regclass::text from run order by id")
            .mapTo(String.class)
            .list());
  }

  private long hotUpdates() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select n_tup_hot_upd from pg_stat_user_tables where relname = 'run_2026w48'")
            .mapTo(Long.class)
            .one());
  }
}
