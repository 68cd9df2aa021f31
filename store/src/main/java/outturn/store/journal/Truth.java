package outturn.store.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.decide.Timer;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.RunId;
import outturn.store.run.AttemptRows;
import outturn.store.run.RunRows;

/// The rows that the world in memory is built from.
public final class Truth {
  private final Jdbi jdbi;

  public Truth(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A timer and when it is due.
  public record DueTimer(Timer timer, Instant due) {}

  /// The largest id of a run, or the smallest possible one when there is none.
  public RunId newestRun() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select coalesce(max(id), 0) from run")
            .map((row, _) -> new RunId(row.getLong(1)))
            .one());
  }

  public void liveRuns(Collection<Integer> partitions, Consumer<RunRow> each) {
    jdbi.useHandle(handle -> RunRows.live(handle, partitions, each));
  }

  public void liveAttempts(Collection<Integer> partitions, Consumer<AttemptRow> each) {
    jdbi.useHandle(handle -> AttemptRows.live(handle, partitions, each));
  }

  /// The timers that are due before a time, soonest first.
  public List<DueTimer> timers(Instant before) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select run, what, due from timer where due < :before order by due")
            .bind("before", before)
            .map((row, _) ->
                new DueTimer(
                    Timer.parse(new RunId(row.getLong("run")), row.getString("what")),
                    row.getTimestamp("due").toInstant()))
            .list());
  }

  /// Keeps an event that could not be written, with the database's words.
  public void refused(String event, String error) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("insert into refused_event (event, error) values (:event, :error)")
            .bind("event", event.replace('\0', ' '))
            .bind("error", error.replace('\0', ' '))
            .execute());
  }
}
