package outturn.store.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// What the runs of a workflow amount to, for measures of its work.
public final class RunFigures {
  private final Jdbi jdbi;

  public RunFigures(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The ended runs of a business date; cancelled ones do not count.
  ///
  /// @param seconds from start to end, of all that succeeded together
  public record Day(LocalDate businessDate, int succeeded, int failed, double seconds) {}

  /// When a run, or a task of it, succeeded.
  ///
  /// @param due when the schedule wanted it, or when it was made if none did
  public record Finish(LocalDate businessDate, Instant due, Instant at) {}

  /// A business date for which something was to run.
  ///
  /// @param due when the first run of it was to start
  /// @param isWanted whether some run of it was not cancelled
  public record Date(LocalDate businessDate, Instant due, boolean isWanted) {}

  /// The business dates that have runs, first one first.
  ///
  /// @param to last day, included
  public List<Date> dates(String workflow, LocalDate from, LocalDate to) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select business_date,
                coalesce(
                  min(coalesce(due, created)) filter (where state <> 'cancelled'),
                  min(coalesce(due, created))) as due,
                bool_or(state <> 'cancelled') as wanted
              from run
              where workflow = :workflow and business_date between :from and :to
              group by business_date
              order by business_date
              """)
          .bind("workflow", workflow)
          .bind("from", from)
          .bind("to", to)
          .map((row, _) ->
              new Date(
                  row.getObject("business_date", LocalDate.class),
                  instant(row, "due"),
                  row.getBoolean("wanted")))
          .list();
    }
  }

  /// The days with ended runs, first one first.
  ///
  /// @param to last day, included
  public List<Day> days(String workflow, LocalDate from, LocalDate to) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select business_date,
                count(*) filter (where state = 'succeeded') as succeeded,
                count(*) filter (where state = 'failed') as failed,
                coalesce(sum(extract(epoch from ended - started))
                  filter (where state = 'succeeded'), 0)::float8 as seconds
              from run
              where workflow = :workflow and business_date between :from and :to
                and state in ('succeeded', 'failed')
              group by business_date
              order by business_date
              """)
          .bind("workflow", workflow)
          .bind("from", from)
          .bind("to", to)
          .map((row, _) ->
              new Day(
                  row.getObject("business_date", LocalDate.class),
                  row.getInt("succeeded"),
                  row.getInt("failed"),
                  row.getDouble("seconds")))
          .list();
    }
  }

  /// When the runs that succeeded did so, by business date.
  public List<Finish> finishes(String workflow, LocalDate from, LocalDate to) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select business_date, coalesce(due, created) as due, ended as at
              from run
              where workflow = :workflow and business_date between :from and :to
                and state = 'succeeded' and ended is not null
              order by business_date, id
              """)
          .bind("workflow", workflow)
          .bind("from", from)
          .bind("to", to)
          .map((row, _) -> finish(row))
          .list();
    }
  }

  /// When a task succeeded, in all its items, by business date; also in runs that failed later.
  public List<Finish> finishes(String workflow, String task, LocalDate from, LocalDate to) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select r.business_date, coalesce(r.due, r.created) as due, a.at
              from run r cross join lateral (
                select max(ended) as at from attempt
                where run = r.id and task = :task
                having bool_and(state = 'succeeded' or exists (
                  select from attempt later
                  where later.run = attempt.run and later.task = attempt.task
                    and later.item = attempt.item and later.attempt > attempt.attempt))) a
              where r.workflow = :workflow and r.business_date between :from and :to
                and a.at is not null
              order by r.business_date, r.id
              """)
          .bind("workflow", workflow)
          .bind("task", task)
          .bind("from", from)
          .bind("to", to)
          .map((row, _) -> finish(row))
          .list();
    }
  }

  private static Finish finish(ResultSet row) throws SQLException {
    return new Finish(
        row.getObject("business_date", LocalDate.class), instant(row, "due"), instant(row, "at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
