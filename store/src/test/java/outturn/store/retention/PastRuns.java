package outturn.store.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import outturn.engine.run.RunId;
import outturn.store.range.Ranges;

/// Writes runs of the past as they were while they lived, and tells which are left.
final class PastRuns {
  private final Jdbi jdbi;

  PastRuns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Makes the range of a time, and those of some weeks after.
  void ranges(Instant time, int weeksAfter) {
    new Ranges(jdbi, InstantSource.fixed(time)).make(weeksAfter);
  }

  /// A run with two attempts and three chunks of log.
  ///
  /// @param ended empty for one that lives
  RunId add(String workflow, RunId id, Optional<Instant> ended) {
    var created = Timestamp.from(id.time());
    @Nullable Timestamp over = ended.map(Timestamp::from).orElse(null);
    jdbi.useHandle(handle -> {
      handle.execute(
          """
          insert into run (id, workflow, project, version, state, business_date, created, started, ended, started_by)
          values (?, ?, 'p', 1, ?, current_date, ?, ?, ?, 'ann')
          """,
          id.value(),
          workflow,
          over == null ? "running" : "failed",
          created,
          created,
          over);
      handle.execute(
          """
          insert into attempt (run, task, item, attempt, state, token, worker, started)
          select ?, 't', 0, n, 'succeeded', n, 1, ? from generate_series(1, 2) n
          """,
          id.value(),
          created);
      handle.execute(
          """
          insert into log (run, task, item, attempt, seq, written, size, body)
          select ?, 't', 0, 1, n, ?, 1, 'x' from generate_series(1, 3) n
          """,
          id.value(),
          created);
      if (over == null) {
        handle.execute(
            "insert into live_run values (?, ?, ?)", id.value(), id.partition(), workflow);
      }
    });
    return id;
  }

  void end(RunId id, Instant at) {
    jdbi.useHandle(handle -> {
      handle.execute(
          "update run set state = 'succeeded', ended = ? where id = ?",
          Timestamp.from(at),
          id.value());
      handle.execute("delete from live_run where id = ?", id.value());
    });
  }

  /// The ids in a table.
  ///
  /// @param column that has them
  Set<Long> ids(String table, String column) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select distinct %s from %s".formatted(column, table))
            .mapTo(Long.class)
            .collect(Collectors.toSet()));
  }

  long count(String table) {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }
}
