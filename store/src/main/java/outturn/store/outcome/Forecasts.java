package outturn.store.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.AdvisoryLock;
import outturn.store.outcome.AcceptedForecast.Promise;

/// Forecasts that people accepted. None is ever changed: another one is a new version.
public final class Forecasts {
  private final Jdbi jdbi;
  private final Audit audit;
  private final InstantSource clock;

  public Forecasts(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.audit = new Audit(clock);
    this.clock = clock;
  }

  /// Keeps what was promised of the measures of an outcome, all or none, with the act in the audit
  /// trail.
  ///
  /// @param promises by the measure's name
  public void accept(String outcome, Map<String, Promise> promises, String by, String reason) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    jdbi.useTransaction(handle -> {
      AdvisoryLock.take(handle, "forecast " + outcome);
      promises.forEach((measure, promise) -> {
        int version = history(handle, outcome, measure).size() + 1;
        write(handle, new AcceptedForecast(outcome, measure, version, promise, now, by, reason));
      });
      audit.record(handle, new Act(by, "outcome confirm", outcome, Map.of("why", reason)));
    });
  }

  /// All versions, newest first.
  public List<AcceptedForecast> history(String outcome, String measure) {
    return jdbi.withHandle(handle -> history(handle, outcome, measure));
  }

  private static List<AcceptedForecast> history(Handle handle, String outcome, String measure) {
    return handle
        .createQuery(
            """
            select * from forecast where outcome = :outcome and measure = :measure
            order by version desc
            """)
        .bind("outcome", outcome)
        .bind("measure", measure)
        .map((row, _) -> read(row))
        .list();
  }

  private static void write(Handle handle, AcceptedForecast forecast) {
    var promise = forecast.promise();
    handle
        .createUpdate(
            """
            insert into forecast
            values (:outcome, :measure, :version, :due, :target, :observed, :chance, :body::jsonb, :at, :by, :reason)
            """)
        .bind("outcome", forecast.outcome())
        .bind("measure", forecast.measure())
        .bind("version", forecast.version())
        .bind("due", promise.due())
        .bind("target", promise.target())
        .bind("observed", promise.observedTo().orElse(null))
        .bind("chance", promise.chance())
        .bind("body", promise.body())
        .bind("at", forecast.at().atOffset(ZoneOffset.UTC))
        .bind("by", forecast.by())
        .bind("reason", forecast.reason())
        .execute();
  }

  private static AcceptedForecast read(ResultSet row) throws SQLException {
    return new AcceptedForecast(
        row.getString("outcome"),
        row.getString("measure"),
        row.getInt("version"),
        new Promise(
            row.getObject("due", LocalDate.class),
            row.getDouble("target"),
            Optional.ofNullable(row.getObject("observed_to", LocalDate.class)),
            row.getDouble("chance"),
            row.getString("body")),
        instant(row),
        row.getString("accepted_by"),
        row.getString("reason"));
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("accepted_at", OffsetDateTime.class).toInstant();
  }
}
