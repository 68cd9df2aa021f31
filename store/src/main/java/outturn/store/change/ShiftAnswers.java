package outturn.store.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.AdvisoryLock;

/// What people say of shifts that no change explains. None is ever changed; the latest holds.
public final class ShiftAnswers {
  private final Jdbi jdbi;

  public ShiftAnswers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What is said of a period of a measure.
  ///
  /// @param change what explains it; empty: the cause is not known
  public record Said(String measure, LocalDate period, Optional<String> change, String note) {}

  /// Records an answer, with the act in the audit trail.
  public ShiftAnswer answer(Said said, String by, Instant now) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, "shift " + said.measure());
      int version =
          handle
              .createQuery(
                  """
                  select coalesce(max(version), 0) + 1 from shift_answer
                  where measure = :measure and period = :period
                  """)
              .bind("measure", said.measure())
              .bind("period", said.period())
              .mapTo(Integer.class)
              .one();
      var at = now.truncatedTo(ChronoUnit.MICROS);
      handle
          .createUpdate(
              """
              insert into shift_answer
              values (:measure, :period, :version, :change, :note, :at, :by)
              """)
          .bind("measure", said.measure())
          .bind("period", said.period())
          .bind("version", version)
          .bind("change", said.change().orElse(null))
          .bind("note", said.note())
          .bind("at", at.atOffset(ZoneOffset.UTC))
          .bind("by", by)
          .execute();
      new Audit(() -> now).record(handle, act(said, by));
      return new ShiftAnswer(
          said.measure(), said.period(), version, said.change(), said.note(), by, at);
    });
  }

  /// The latest answer to each period of every measure that was known at a time.
  public List<ShiftAnswer> all(Instant asOf) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select distinct on (measure, period) * from shift_answer
              where answered_at <= :asOf
              order by measure, period, version desc
              """)
          .bind("asOf", asOf)
          .map((row, _) -> read(row))
          .list();
    }
  }

  private static Act act(Said said, String by) {
    return new Act(
        by,
        "shift answer",
        said.measure(),
        Map.of("period", said.period().toString(), "change", said.change().orElse("not known")));
  }

  private static ShiftAnswer read(ResultSet row) throws SQLException {
    return new ShiftAnswer(
        row.getString("measure"),
        row.getObject("period", LocalDate.class),
        row.getInt("version"),
        Optional.ofNullable(row.getString("change")),
        row.getString("note"),
        row.getString("answered_by"),
        row.getObject("answered_at", OffsetDateTime.class).toInstant());
  }
}
