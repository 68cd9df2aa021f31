package outturn.store.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.decide.Timer;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Waiting;
import outturn.engine.trigger.Wanted;
import outturn.store.database.SqlArray;
import outturn.store.event.EventRows;
import outturn.store.event.NeedRows;
import outturn.store.run.AttemptRows;
import outturn.store.run.MarkRows;
import outturn.store.run.RunReader;
import outturn.store.run.RunRows;

/// The truth of a PostgreSQL.
public final class SqlTruth implements Truth {
  private static final String RUNNING =
      """
      select a.run, a.task, a.item, a.attempt, a.token, a.worker
      from live_run l
      join attempt a on a.run = l.id and a.state = 'running' and a.worker <> 0
        and a.run >= (select min(id) from live_run) -- leaves out the older ranges
      """;

  private final Jdbi jdbi;

  public SqlTruth(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public RunId newestRun() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select coalesce(max(id), 0) from run")
            .map((row, _) -> new RunId(row.getLong(1)))
            .one());
  }

  @Override
  public void liveRuns(Collection<Integer> partitions, Consumer<RunRow> each) {
    jdbi.useHandle(handle -> RunRows.live(handle, partitions, each));
  }

  @Override
  public void liveAttempts(Collection<Integer> partitions, Consumer<AttemptRow> each) {
    jdbi.useHandle(handle -> AttemptRows.live(handle, partitions, each));
  }

  @Override
  public void liveMarks(Collection<Integer> partitions, Consumer<Mark> each) {
    jdbi.useHandle(handle -> MarkRows.live(handle, partitions, each));
  }

  @Override
  public Optional<RunWithRows> run(RunId id) {
    return jdbi.withHandle(handle -> RunReader.whole(handle, id))
        .map(whole -> new RunWithRows(whole.run().row(), whole.attempts(), whole.marks()));
  }

  @Override
  public List<Running> runningElsewhere(Collection<Integer> partitions, Collection<Long> workers) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                RUNNING + " where l.partition = any(:partitions) and a.worker <> all(:workers)")
            .bind("partitions", SqlArray.ints(partitions))
            .bind("workers", SqlArray.longs(workers))
            .map((row, _) -> running(row))
            .list());
  }

  @Override
  public List<Running> runningAt(Collection<Long> workers) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(RUNNING + " where a.worker = any(:workers)")
            .bind("workers", SqlArray.longs(workers))
            .map((row, _) -> running(row))
            .list());
  }

  private static Running running(ResultSet row) throws SQLException {
    return new Running(
        new AttemptId(
            new RunId(row.getLong("run")),
            row.getString("task"),
            row.getInt("item"),
            row.getInt("attempt")),
        row.getLong("token"),
        row.getLong("worker"));
  }

  @Override
  public List<DueTimer> timers(Collection<Integer> partitions, Instant before) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select run, what, due from timer
                where partition = any(:partitions) and due < :before order by due
                """)
            .bind("partitions", SqlArray.ints(partitions))
            .bind("before", before)
            .map((row, _) ->
                new DueTimer(
                    Timer.parse(new RunId(row.getLong("run")), row.getString("what")),
                    row.getTimestamp("due").toInstant()))
            .list());
  }

  @Override
  public List<Arrived> waitingEvents(Collection<Integer> partitions) {
    return jdbi.withHandle(handle -> EventRows.waiting(handle, partitions));
  }

  @Override
  public List<Waiting.Need> needs(Collection<Integer> partitions) {
    return jdbi.withHandle(handle -> NeedRows.of(handle, partitions));
  }

  @Override
  public List<Wanted> met(Collection<Wanted> wanted) {
    return jdbi.withHandle(handle -> NeedRows.met(handle, wanted));
  }

  @Override
  public void refused(String event, String error) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("insert into refused_event (event, error) values (:event, :error)")
            .bind("event", event.replace('\0', ' '))
            .bind("error", error.replace('\0', ' '))
            .execute());
  }
}
