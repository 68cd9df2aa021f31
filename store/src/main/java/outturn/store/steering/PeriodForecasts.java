package outturn.store.steering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.database.AdvisoryLock;
import outturn.store.steering.PeriodForecast.Ground;
import outturn.store.steering.PeriodForecast.Likely;

/// The forecasts that the server makes of each period by itself. None is ever changed.
public final class PeriodForecasts {
  private final Jdbi jdbi;

  public PeriodForecasts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Keeps a forecast, unless the latest one was made from the same, by another node.
  public PeriodForecast keep(
      String outcome, String measure, Ground ground, Likely likely, Instant now) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, "period forecast " + outcome + " " + measure);
      var latest = history(handle, outcome, measure).stream().findFirst();
      if (latest.filter(each -> each.ground().equals(ground)).isPresent()) return latest.get();
      int version = latest.map(PeriodForecast::version).orElse(0) + 1;
      var at = now.truncatedTo(ChronoUnit.MICROS);
      var forecast = new PeriodForecast(outcome, measure, version, ground, likely, at);
      write(handle, forecast);
      return forecast;
    });
  }

  /// The latest forecast of each measure of an outcome.
  public List<PeriodForecast> latest(String outcome) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select distinct on (measure) * from period_forecast
              where outcome = :outcome
              order by measure, version desc
              """)
          .bind("outcome", outcome)
          .map((row, _) -> read(row))
          .list();
    }
  }

  /// All forecasts of a measure of an outcome, newest first.
  public List<PeriodForecast> history(String outcome, String measure) {
    try (var handle = jdbi.open()) {
      return history(handle, outcome, measure);
    }
  }

  private static List<PeriodForecast> history(Handle handle, String outcome, String measure) {
    return handle
        .createQuery(
            """
            select * from period_forecast where outcome = :outcome and measure = :measure
            order by version desc
            """)
        .bind("outcome", outcome)
        .bind("measure", measure)
        .map((row, _) -> read(row))
        .list();
  }

  private static void write(Handle handle, PeriodForecast forecast) {
    var ground = forecast.ground();
    var likely = forecast.likely();
    handle
        .createUpdate(
            """
            insert into period_forecast
            values (:outcome, :measure, :version, :observed, :due, :target, :plan, :chance, :p10, :p50, :p90, :at)
            """)
        .bind("outcome", forecast.outcome())
        .bind("measure", forecast.measure())
        .bind("version", forecast.version())
        .bind("observed", ground.observedTo().orElse(null))
        .bind("due", ground.due())
        .bind("target", ground.target())
        .bind("plan", ground.plan())
        .bind("chance", likely.chance())
        .bind("p10", likely.p10())
        .bind("p50", likely.p50())
        .bind("p90", likely.p90())
        .bind("at", forecast.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  private static PeriodForecast read(ResultSet row) throws SQLException {
    return new PeriodForecast(
        row.getString("outcome"),
        row.getString("measure"),
        row.getInt("version"),
        new Ground(
            Optional.ofNullable(row.getObject("observed_to", LocalDate.class)),
            row.getObject("due", LocalDate.class),
            row.getDouble("target"),
            row.getString("plan")),
        new Likely(
            row.getDouble("chance"),
            row.getDouble("p10"),
            row.getDouble("p50"),
            row.getDouble("p90")),
        row.getObject("made_at", OffsetDateTime.class).toInstant());
  }
}
