package outturn.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import outturn.store.TestDatabase;
import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.journal.Journal;
import outturn.store.journal.SqlJournal;
import outturn.store.journal.SqlTruth;
import outturn.store.journal.Truth;
import outturn.store.mailbox.Mailbox;
import outturn.store.mailbox.SqlMailbox;
import outturn.store.ownership.Nodes;
import outturn.store.ownership.SqlNodes;
import outturn.store.range.Ranges;
import outturn.testkit.database.Tables;

/// A real PostgreSQL, but for the time: its clock is a row.
final class SqlStorage implements Storage, AutoCloseable {
  // The functions of this schema hide those of the same names for every statement of the program.
  private static final String CLOCK =
      """
      create table its_time (at timestamptz not null, started timestamptz not null);
      insert into its_time values (now(), now());
      create function public.clock_timestamp() returns timestamptz language sql volatile
        as 'select at from public.its_time';
      create function public.pg_postmaster_start_time() returns timestamptz language sql volatile
        as 'select started from public.its_time';
      alter table node alter column started set default public.clock_timestamp(),
        alter column steady_since set default public.clock_timestamp();
      do $$ begin
        execute format('alter database %I set search_path = public, pg_catalog', current_database());
        execute format('alter database %I set synchronous_commit = off', current_database());
      end $$;
      alter table audit disable trigger user;
      """;
  private static final String VERSION =
      """
      insert into project_version (project, number, hash, applied, applied_by)
        values ('pay', 1, '', now(), 'ann');
      insert into project select 'pay', id from project_version;
      insert into schedule (project, workflow, name, partition, looked_until, spec)
        select 'pay', 'load', n, 0, now(), '' from generate_series(1, 2) as n;
      """;
  private static final String EMPTY =
      """
      delete from run; delete from live_run; delete from attempt; delete from timer; delete from pool_grant;
      delete from occurrence; delete from idempotency; delete from audit; delete from message; delete from news;
      delete from unsuccessful_run; delete from mark;
      update partition set owner = null where owner is not null; delete from node;
      alter sequence node_incarnation_seq restart; alter sequence message_seq_seq restart;
      """;
  private static final String SOMEBODY_WAITS =
      """
      select exists (
        select from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and wait_event_type = 'Lock')
      from pg_sleep(0.001)
      """;
  private static final Map<Lane, Integer> CONNECTIONS =
      Map.of(Lane.JOURNAL, 3, Lane.API, 2, Lane.WORKER, 1, Lane.SCREENS, 1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TestDatabase made = TestDatabase.create();
  private final Database database;
  private final TroubledConnections connections;
  private final Jdbi side;
  private final Jdbi jdbi;

  SqlStorage() {
    made.database().jdbi(Lane.API).useHandle(handle -> handle.execute(CLOCK));
    this.database = Database.open(made.settings(), CONNECTIONS);
    this.side = database.jdbi(Lane.API);
    this.connections = new TroubledConnections(database.dataSource(Lane.JOURNAL), side);
    this.jdbi = Jdbi.create(connections.source());
    side.useHandle(handle -> handle.execute(VERSION));
    new Ranges(side, InstantSource.fixed(RandomHistory.START)).make(1);
  }

  /// Nothing has happened yet.
  void begin(Instant start) {
    side.useHandle(handle -> {
      handle.execute(EMPTY);
      handle.execute("update its_time set at = ?, started = ?", start, start);
      handle.execute("update schedule set looked_until = ?", start);
    });
  }

  /// Befalls the next transaction; a transaction that is to be tried again is so, so many times.
  void befall(Trouble trouble, int times) {
    connections.next(trouble, times);
  }

  /// Whether the trouble came about; then it is over.
  boolean met() {
    boolean met = connections.met();
    connections.next(Trouble.NONE, 0);
    return met;
  }

  /// Transactions that did not commit have used up numbers, which nobody promises.
  void numberAfter(long newestNode, long newestMessage) {
    side.useHandle(handle ->
        handle.execute(
            """
            select setval('node_incarnation_seq', ? + 1, false), setval('message_seq_seq', ? + 1, false)
            """,
            newestNode,
            newestMessage));
  }

  /// What came of two transactions, the second of which began when the first was about to commit.
  ///
  /// @param met whether the trouble came about
  /// @param held whether the first got as far
  /// @param waited whether the second had to wait for its commit
  record Overlap(Object first, Object second, boolean met, boolean held, boolean waited) {}

  /// The trouble befalls the first.
  Overlap overlap(Trouble trouble, Supplier<Object> first, Supplier<Object> second) {
    var plan = connections.hold(trouble, 1);
    var one = CompletableFuture.supplyAsync(first, threads);
    CompletableFuture.anyOf(plan.reached(), one).join();
    boolean held = plan.reached().isDone();
    boolean met = met();
    var two = CompletableFuture.supplyAsync(second, threads);
    boolean waited = false;
    while (!two.isDone() && !waited) waited = somebodyWaits();
    plan.goOn();
    return new Overlap(one.join(), two.join(), met, held, waited);
  }

  private boolean somebodyWaits() {
    return side.withHandle(handle -> handle.createQuery(SOMEBODY_WAITS).mapTo(Boolean.class).one());
  }

  @Override
  public Journal journal() {
    return new SqlJournal(connections.source());
  }

  @Override
  public Nodes nodes(String name) {
    return new SqlNodes(jdbi, name, RandomHistory.WORKER_LEASE);
  }

  @Override
  public Truth truth() {
    return new SqlTruth(jdbi);
  }

  @Override
  public Mailbox mailbox() {
    return new SqlMailbox(jdbi);
  }

  @Override
  public Tables tables() {
    return side.withHandle(SqlTables::read);
  }

  @Override
  public void pass(Duration time) {
    side.useHandle(handle ->
        handle.execute("update its_time set at = at + make_interval(secs => ?)", time.toSeconds()));
  }

  @Override
  public void databaseStarts() {
    side.useHandle(handle -> handle.execute("update its_time set started = at"));
  }

  @Override
  public void close() {
    threads.close();
    database.close();
    made.close();
  }
}
