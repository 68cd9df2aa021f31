package outturn.store.retention;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import outturn.definition.retention.Retention;

/// Deletes what small tables have had for long enough.
final class ExpiredOthers {
  private static final Duration KEPT_ANSWERS = Duration.ofHours(24);
  private static final Duration REFUSED_EVENTS = Duration.ofDays(30);

  private static final Duration SEEN_EVENTS = Duration.ofDays(30);

  private static final String ANSWERS =
      """
      delete from idempotency where ctid = any(array(
        select ctid from idempotency where created < :before limit :rows))
      """;
  private static final String EVENTS =
      """
      delete from refused_event where id in (
        select id from refused_event where at < :before order by id limit :rows)
      """;
  // What waits, or nobody has decided about, is not over.
  private static final String SEEN =
      """
      delete from seen_event where ctid = any(array(
        select ctid from seen_event
        where last_seen < :before and state not in ('received', 'waiting') limit :rows))
      """;
  private static final String TOLD =
      """
      delete from end_told where ctid = any(array(
        select ctid from end_told where at < :before limit :rows))
      """;
  // Due times go with the runs that they started, or would have.
  private static final String DUE_TIMES =
      """
      delete from occurrence where ctid = any(array(
        select o.ctid
        from schedule s
          left join retention t on t.workflow = s.workflow
          cross join lateral (
            select cast(:before as timestamptz) - coalesce(t.runs, make_interval(secs => :usual)) as ends) e
          join occurrence o on o.schedule = s.id and o.due < e.ends and coalesce(o.until, o.due) < e.ends
        where not exists (select from live_run l where l.id = o.run)
        limit :rows))
      """;

  private final Handle handle;
  private final Pace pace;

  ExpiredOthers(Handle handle, Pace pace) {
    this.handle = handle;
    this.pace = pace;
  }

  /// @return how many rows
  long remove(Instant now) throws InterruptedException {
    return all(ANSWERS, now.minus(KEPT_ANSWERS))
        + all(EVENTS, now.minus(REFUSED_EVENTS))
        + all(SEEN, now.minus(SEEN_EVENTS))
        + all(TOLD, now.minus(SEEN_EVENTS))
        + all(DUE_TIMES, now);
  }

  private long all(String delete, Instant before) throws InterruptedException {
    long all = 0;
    for (int deleted = pace.rows(); deleted == pace.rows(); all += deleted) {
      try (var update = handle.createUpdate(delete)) {
        if (delete.contains(":usual")) update.bind("usual", Retention.USUAL.runs().toSeconds());
        deleted = update.bind("before", Timestamp.from(before)).bind("rows", pace.rows()).execute();
      }
      if (deleted > 0) pace.pause().pass();
    }
    return all;
  }
}
