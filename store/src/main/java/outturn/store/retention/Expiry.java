package outturn.store.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.definition.retention.Retention;
import outturn.store.database.AdvisoryLock;
import outturn.store.database.SqlArray;
import outturn.store.range.ExpiredRanges;

/// Removes runs and logs that were kept long enough. What has not ended is never touched.
///
/// A range is dropped as a whole as soon as all in it has expired. What expires earlier than the
/// longest-kept of its kind is deleted in small batches; of the longest-kept, only what a range
/// that stays still has after eight days: within seven its week is over, and the range goes.
public final class Expiry {
  private static final String LOCK = "retention";
  private static final Duration WEEK_IS_OVER = Duration.ofDays(8);

  private final Jdbi jdbi;
  private final Pace pace;

  public Expiry(Jdbi jdbi, Pace pace) {
    this.jdbi = jdbi;
    this.pace = pace;
  }

  /// Removes all that has expired by now; empty when another node is at it.
  ///
  /// @param inForce all workflows that are
  public Optional<Removed> remove(Collection<Keep> inForce, Instant now)
      throws InterruptedException {
    try (var handle = jdbi.open()) {
      if (!AdvisoryLock.tryHold(handle, LOCK)) return Optional.empty();
      try {
        remember(handle, inForce);
        return Optional.of(remove(handle, now));
      } finally {
        AdvisoryLock.letGo(handle, LOCK);
      }
    }
  }

  private Removed remove(Handle handle, Instant now) throws InterruptedException {
    var ranges = ExpiredRanges.drop(handle, now);
    var runs = new ExpiredRuns(handle, pace, ranges.oldestLogs());
    var all = kept(handle);
    var longest = longest(all);
    for (var kept : all) {
      runs.removeLogs(kept, now.minus(wait(kept.retention().logs(), longest.logs())));
      runs.removeRuns(kept, now.minus(wait(kept.retention().runs(), longest.runs())));
    }
    runs.forgetUnsuccessful();
    long others = new ExpiredOthers(handle, pace).remove(now);
    return new Removed(
        ranges.dropped(),
        ranges.postponed(),
        runs.removedRuns(),
        runs.removedAttempts(),
        runs.removedLogs(),
        others);
  }

  private static Duration wait(Duration kept, Duration longest) {
    boolean goesEarly = kept.plus(WEEK_IS_OVER).compareTo(longest) < 0;
    return goesEarly ? kept : kept.plus(WEEK_IS_OVER);
  }

  private static Retention longest(List<KeptWorkflow> all) {
    return new Retention(
        all.stream().map(kept -> kept.retention().runs()).reduce(Duration.ZERO, Expiry::longer),
        all.stream().map(kept -> kept.retention().logs()).reduce(Duration.ZERO, Expiry::longer));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  // A workflow that is no longer in force keeps what it said last.
  private static void remember(Handle handle, Collection<Keep> inForce) {
    handle
        .createUpdate(
            """
            insert into retention as r (workflow, project, runs, logs)
            select workflow, project, make_interval(secs => runs), make_interval(secs => logs)
            from unnest(:workflows, :projects, :runs, :logs) as u (workflow, project, runs, logs)
            on conflict (workflow) do update
              set project = excluded.project, runs = excluded.runs, logs = excluded.logs
              where (r.project, r.runs, r.logs) is distinct from
                (excluded.project, excluded.runs, excluded.logs)
            """)
        .bind("workflows", SqlArray.texts(inForce.stream().map(Keep::workflow).toList()))
        .bind("projects", SqlArray.texts(inForce.stream().map(Keep::project).toList()))
        .bind(
            "runs",
            SqlArray.longs(inForce.stream().map(k -> k.retention().runs().toSeconds()).toList()))
        .bind(
            "logs",
            SqlArray.longs(inForce.stream().map(k -> k.retention().logs().toSeconds()).toList()))
        .execute();
  }

  private static List<KeptWorkflow> kept(Handle handle) {
    return handle
        .createQuery(
            """
            select workflow, extract(epoch from runs)::bigint as runs,
              extract(epoch from logs)::bigint as logs, runs_until, logs_until
            from retention order by workflow
            """)
        .map((row, _) ->
            new KeptWorkflow(
                row.getString("workflow"),
                new Retention(
                    Duration.ofSeconds(row.getLong("runs")),
                    Duration.ofSeconds(row.getLong("logs"))),
                row.getLong("runs_until"),
                row.getLong("logs_until")))
        .list();
  }
}
