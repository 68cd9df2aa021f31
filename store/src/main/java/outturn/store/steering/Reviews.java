package outturn.store.steering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.AdvisoryLock;
import outturn.store.database.SqlArray;
import outturn.store.steering.Review.Decision;
import outturn.store.steering.Review.Held;

/// Reviews of outcomes. None is ever changed; each is recorded with its act in the audit trail.
public final class Reviews {
  private final Jdbi jdbi;

  public Reviews(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Review record(String outcome, Held held, String by, Instant now) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, "review " + outcome);
      int version = history(handle, outcome).size() + 1;
      var review = new Review(outcome, version, held, by, now.truncatedTo(ChronoUnit.MICROS));
      write(handle, review);
      var details =
          Map.<String, Object>of(
              "review", version, "decision", word(held.decision()), "why", held.note());
      new Audit(() -> now).record(handle, new Act(by, "outcome review", outcome, details));
      return review;
    });
  }

  /// All reviews of an outcome, newest first.
  public List<Review> history(String outcome) {
    try (var handle = jdbi.open()) {
      return history(handle, outcome);
    }
  }

  private static List<Review> history(Handle handle, String outcome) {
    return handle
        .createQuery("select * from outcome_review where outcome = :outcome order by version desc")
        .bind("outcome", outcome)
        .map((row, _) -> read(row))
        .list();
  }

  private static void write(Handle handle, Review review) {
    handle
        .createUpdate(
            """
            insert into outcome_review
            values (:outcome, :version, :on, :decision, :note, :actions, :at, :by)
            """)
        .bind("outcome", review.outcome())
        .bind("version", review.version())
        .bind("on", review.held().on())
        .bind("decision", word(review.held().decision()))
        .bind("note", review.held().note())
        .bind("actions", SqlArray.texts(review.held().actions()))
        .bind("at", review.at().atOffset(ZoneOffset.UTC))
        .bind("by", review.by())
        .execute();
  }

  private static Review read(ResultSet row) throws SQLException {
    return new Review(
        row.getString("outcome"),
        row.getInt("version"),
        new Held(
            row.getObject("held_on", LocalDate.class),
            Decision.valueOf(row.getString("decision").toUpperCase(Locale.ROOT)),
            row.getString("note"),
            Arrays.asList((String[]) row.getArray("actions").getArray())),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  private static String word(Decision decision) {
    return decision.name().toLowerCase(Locale.ROOT);
  }
}
