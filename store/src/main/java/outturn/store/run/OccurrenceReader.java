package outturn.store.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.decide.Change;
import outturn.engine.run.RunId;

/// What became of due times, for programs and people.
public final class OccurrenceReader {
  // Later than all: the end of the range of timestamptz is not an Instant that JDBC can send.
  private static final DueTime END =
      new DueTime(Long.MAX_VALUE, Instant.parse("9999-01-01T00:00:00Z"));

  private final Jdbi jdbi;

  public OccurrenceReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Due times of all schedules that a workflow has or had, latest first, missed and skipped ones
  /// included.
  ///
  /// @param before the last one of the page before, to go on after it
  /// @param limit 1 to [RunReader#MOST]
  public List<Occurrence> of(String workflow, Optional<DueTime> before, int limit) {
    RunReader.requireLimit(limit);
    var end = before.orElse(END);
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select s.name, o.*
              from schedule s
                cross join lateral (
                  select * from occurrence
                  where schedule = s.id and (due, schedule) < (:due, :schedule)
                  order by due desc limit :limit) o
              where s.workflow = :workflow
              order by o.due desc, o.schedule desc
              limit :limit
              """)
          .bind("workflow", workflow)
          .bind("due", end.due())
          .bind("schedule", end.schedule())
          .bind("limit", limit)
          .map((row, _) -> occurrence(row))
          .list();
    }
  }

  /// Due times of a workflow from one time to before another, earliest first, with the range that
  /// reaches into it if there is one. Where a schedule has more than the limit, those that started
  /// are left out first.
  ///
  /// @param limit of each schedule, 1 to [RunReader#MOST]
  public List<Occurrence> between(String workflow, Instant from, Instant to, int limit) {
    RunReader.requireLimit(limit);
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              // Within a range there are no other rows: only the last one before can reach so far.
              """
              select s.name, o.*
              from schedule s
                cross join lateral (
                  (select * from occurrence
                   where schedule = s.id and due >= :from and due < :to
                   order by (state = 'started'), due limit :limit)
                  union all
                  (select * from (
                    select * from occurrence
                    where schedule = s.id and due < :from order by due desc limit 1) before
                   where until > :from)) o
              where s.workflow = :workflow
              order by o.due, o.schedule
              """)
          .bind("workflow", workflow)
          .bind("from", from)
          .bind("to", to)
          .bind("limit", limit)
          .map((row, _) -> occurrence(row))
          .list();
    }
  }

  /// How many rows of a schedule there are of each fate, from one time to before another; a range
  /// is one row.
  public Map<Change.Fate, Integer> fates(
      String workflow, String schedule, Instant from, Instant to) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select o.state, count(*) as rows
              from schedule s join occurrence o on o.schedule = s.id
              where s.workflow = :workflow and s.name = :schedule and o.due >= :from and o.due < :to
              group by o.state
              """)
          .bind("workflow", workflow)
          .bind("schedule", schedule)
          .bind("from", from)
          .bind("to", to)
          .map((row, _) -> Map.entry(fate(row), row.getInt("rows")))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  private static Change.Fate fate(ResultSet row) throws SQLException {
    return Change.Fate.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  private static Occurrence occurrence(ResultSet row) throws SQLException {
    return new Occurrence(
        new DueTime(row.getLong("schedule"), Columns.instant(row, "due")),
        row.getString("name"),
        Columns.optionalInstant(row, "until"),
        row.getObject("business_date", LocalDate.class),
        fate(row),
        Columns.whole(row, "run").map(RunId::new),
        row.getString("reason"));
  }
}
