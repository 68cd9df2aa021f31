package outturn.store.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  private static Occurrence occurrence(ResultSet row) throws SQLException {
    return new Occurrence(
        new DueTime(row.getLong("schedule"), Columns.instant(row, "due")),
        row.getString("name"),
        Columns.optionalInstant(row, "until"),
        row.getObject("business_date", LocalDate.class),
        Change.Fate.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Columns.whole(row, "run").map(RunId::new),
        row.getString("reason"));
  }
}
