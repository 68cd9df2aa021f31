package outturn.store.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import outturn.engine.run.RunId;
import outturn.store.database.SqlArray;

/// Deletes expired runs and logs of one workflow after the other, in small transactions.
final class ExpiredRuns {
  // The bounds tell the database which ranges it need not open.
  private static final String LOGS =
      """
      delete from log where (run, task, item, attempt, seq) in (
        select run, task, item, attempt, seq from log
        where run = any(:runs) and run between :first and :last limit :rows)
        and run between :first and :last
      """;
  private static final String ATTEMPTS =
      """
      delete from attempt where (run, task, item, attempt) in (
        select run, task, item, attempt from attempt
        where run = any(:runs) and run between :first and :last limit :rows)
        and run between :first and :last
      """;

  private final Handle handle;
  private final Pace pace;
  private final RunId oldestLogs;
  private long runs;
  private long attempts;
  private long logs;

  /// @param oldestLogs the smallest id of a run that can have logs
  ExpiredRuns(Handle handle, Pace pace, RunId oldestLogs) {
    this.handle = handle;
    this.pace = pace;
    this.oldestLogs = oldestLogs;
  }

  private record Seen(long id, boolean expired) {}

  /// What to do with the expired ones among some runs.
  @FunctionalInterface
  private interface Removal {
    void of(List<Long> ids) throws InterruptedException;
  }

  /// The logs of runs that ended before a time.
  void removeLogs(KeptWorkflow kept, Instant endedBefore) throws InterruptedException {
    long from = Math.max(kept.logsUntil(), oldestLogs.value());
    var until = remove(kept.workflow(), from, endedBefore, this::removeLogs);
    remember("logs_until", kept.workflow(), until);
  }

  /// Runs that ended before a time, with all that is theirs.
  void removeRuns(KeptWorkflow kept, Instant endedBefore) throws InterruptedException {
    var until = remove(kept.workflow(), kept.runsUntil(), endedBefore, this::removeWhole);
    remember("runs_until", kept.workflow(), until);
  }

  /// @return the id below which nothing is left to remove
  private long remove(String workflow, long from, Instant endedBefore, Removal removal)
      throws InterruptedException {
    long below = RunId.firstAt(endedBefore).value();
    var stays = OptionalLong.empty();
    for (long next = from; next < below; ) {
      var seen = seen(workflow, next, below, endedBefore);
      var expired = seen.stream().filter(Seen::expired).map(Seen::id).toList();
      if (!expired.isEmpty()) removal.of(expired);
      if (stays.isEmpty()) {
        stays = seen.stream().filter(run -> !run.expired()).mapToLong(Seen::id).findFirst();
      }
      next = seen.size() < pace.runs() ? below : seen.getLast().id() + 1;
    }
    return stays.orElse(Math.max(from, below));
  }

  private List<Seen> seen(String workflow, long from, long below, Instant endedBefore) {
    return handle
        .createQuery(
            """
            select id, ended is not null and ended <= :before as expired from run
            where workflow = :workflow and id >= :from and id < :below order by id limit :most
            """)
        .bind("before", Timestamp.from(endedBefore))
        .bind("workflow", workflow)
        .bind("from", from)
        .bind("below", below)
        .bind("most", pace.runs())
        .map((row, _) -> new Seen(row.getLong("id"), row.getBoolean("expired")))
        .list();
  }

  private void removeLogs(List<Long> ids) throws InterruptedException {
    logs += rows(LOGS, ids);
  }

  // The run goes last: whoever finds it finds it until all that is its own has gone.
  private void removeWhole(List<Long> ids) throws InterruptedException {
    removeLogs(ids);
    attempts += rows(ATTEMPTS, ids);
    for (var table : List.of("mark", "prediction", "warning")) {
      handle
          .createUpdate("delete from %s where run = any(:runs)".formatted(table))
          .bind("runs", SqlArray.longs(ids))
          .execute();
    }
    runs +=
        handle
            .createUpdate(
                """
                delete from run where id = any(:runs) and id between :first and :last
                """)
            .bind("runs", SqlArray.longs(ids))
            .bind("first", ids.getFirst())
            .bind("last", ids.getLast())
            .execute();
    pace.pause().pass();
  }

  private long rows(String delete, List<Long> ids) throws InterruptedException {
    long all = 0;
    for (int deleted = pace.rows(); deleted == pace.rows(); all += deleted) {
      deleted =
          handle
              .createUpdate(delete)
              .bind("runs", SqlArray.longs(ids))
              .bind("first", ids.getFirst())
              .bind("last", ids.getLast())
              .bind("rows", pace.rows())
              .execute();
      if (deleted > 0) pace.pause().pass();
    }
    return all;
  }

  private void remember(String column, String workflow, long until) {
    handle
        .createUpdate(
            """
            update retention set %1$s = :until where workflow = :workflow and %1$s < :until
            """
                .formatted(column))
        .bind("until", until)
        .bind("workflow", workflow)
        .execute();
  }

  /// The short list of runs that did not succeed loses those that are gone.
  void forgetUnsuccessful() throws InterruptedException {
    for (int deleted = pace.rows(); deleted == pace.rows(); ) {
      deleted =
          handle
              .createUpdate(
                  """
                  delete from unsuccessful_run where id in (
                    select u.id from unsuccessful_run u
                    where u.id < (select coalesce(max(greatest(runs_until, logs_until)), 0) from retention)
                      and not exists (select from run r where r.id = u.id)
                    limit :rows)
                  """)
              .bind("rows", pace.rows())
              .execute();
      if (deleted > 0) pace.pause().pass();
    }
  }

  long removedRuns() {
    return runs;
  }

  long removedAttempts() {
    return attempts;
  }

  long removedLogs() {
    return logs;
  }
}
