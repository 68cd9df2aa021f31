package outturn.store.range;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import outturn.definition.retention.Retention;
import outturn.engine.run.RunId;

/// Drops the ranges in which all has ended and expired.
public final class ExpiredRanges {
  // Somebody who reads for long, such as a backup, holds up the drop, but it holds up nobody.
  private static final int TRIES = 10;

  /// The shortest retention that there is; also clocks may differ.
  private static final Duration NOTHING_EXPIRES = Duration.ofDays(1);

  private final Handle handle;
  private final Instant now;
  private final List<String> dropped = new ArrayList<>();
  private final List<String> postponed = new ArrayList<>();

  private ExpiredRanges(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /// @param postponed those that somebody used for too long
  /// @param oldestLogs the smallest id of a run that can have logs
  public record Dropped(List<String> dropped, List<String> postponed, RunId oldestLogs) {}

  /// Drops what has expired by now, as table `retention` says. Waits 200 ms for whoever uses a
  /// table, tries again for some seconds, and leaves it then for the next time.
  public static Dropped drop(Handle handle, Instant now) {
    var expired = new ExpiredRanges(handle, now);
    var there = new TreeSet<>(Ranges.there(handle, "run"));
    var logs = Ranges.there(handle, "log");
    for (var table : there) {
      var week = Week.ofTable("run", table);
      if (week.next().first().time().plus(NOTHING_EXPIRES).isAfter(now)) continue;
      var withLogs = logs.contains(week.table("log"));
      if (withLogs && expired.all(week, "logs", Retention.USUAL.logs())) {
        expired.drop(week.table("log"));
      }
      if (expired.all(week, "runs", Retention.USUAL.runs())) expired.dropRuns(week);
    }
    var oldest =
        Ranges.there(handle, "log").stream()
            .map(table -> Week.ofTable("log", table).first())
            .min(Comparator.naturalOrder());
    return new Dropped(expired.dropped, expired.postponed, oldest.orElse(RunId.firstAt(now)));
  }

  private boolean all(Week week, String column, Duration usual) {
    // Stops at the first run that is to be kept.
    return !handle
        .createQuery(
            """
            select exists (
              select from %s r left join retention t on t.workflow = r.workflow
              where r.ended is null
                or r.ended > cast(:now as timestamptz) - coalesce(t.%s, make_interval(secs => :usual)))
            or exists (select from live_run where id >= :first and id < :end)
            """
                .formatted(week.table("run"), column))
        .bind("now", Timestamp.from(now))
        .bind("usual", usual.toSeconds())
        .bind("first", week.first().value())
        .bind("end", week.next().first().value())
        .mapTo(Boolean.class)
        .one();
  }

  private void dropRuns(Week week) {
    // Runs last: the next pass finds by them what this one did not come to.
    if (drop(week.table("attempt")) && drop(week.table("run"))) {
      for (var table : List.of("mark", "prediction", "warning")) {
        handle.execute(
            "delete from %s where run >= ? and run < ?".formatted(table),
            week.first().value(),
            week.next().first().value());
      }
      handle.execute(
          "insert into dropped_range values (?, ?, ?) on conflict do nothing",
          week.first().value(),
          week.next().first().value(),
          Timestamp.from(now));
    }
  }

  private boolean drop(String table) {
    boolean done =
        ShortTries.of(
            TRIES,
            () ->
                handle.useTransaction(each -> {
                  each.execute("set local lock_timeout = '200ms'");
                  each.execute("drop table if exists " + table);
                }));
    (done ? dropped : postponed).add(table);
    return done;
  }
}
