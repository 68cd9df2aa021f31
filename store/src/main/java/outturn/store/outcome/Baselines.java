package outturn.store.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.database.AdvisoryLock;
import outturn.store.json.Json;

/// Frozen baselines. None is ever changed: another window makes a new version.
public final class Baselines {
  private final Jdbi jdbi;

  public Baselines(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Freezes the window as the current baseline. If the current one is of the same days it stays,
  /// with the values that it froze, whatever they are by now.
  public Baseline freeze(String outcome, String measure, Window window, String user, Instant now) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, "baseline " + outcome + " " + measure);
      var current = current(handle, outcome, measure);
      if (current.filter(b -> b.window().sameDays(window)).isPresent()) return current.get();
      int version = current.map(Baseline::version).orElse(0) + 1;
      var frozen =
          new Baseline(
              outcome,
              measure,
              version,
              window,
              window.hash(outcome, measure),
              now.truncatedTo(ChronoUnit.MICROS),
              user);
      write(handle, frozen);
      return frozen;
    });
  }

  public Optional<Baseline> current(String outcome, String measure) {
    try (var handle = jdbi.open()) {
      return current(handle, outcome, measure);
    }
  }

  /// All versions, newest first.
  public List<Baseline> history(String outcome, String measure) {
    try (var handle = jdbi.open()) {
      return history(handle, outcome, measure);
    }
  }

  private static Optional<Baseline> current(Handle handle, String outcome, String measure) {
    return history(handle, outcome, measure).stream().findFirst();
  }

  private static List<Baseline> history(Handle handle, String outcome, String measure) {
    return handle
        .createQuery(
            """
            select * from baseline where outcome = :outcome and measure = :measure
            order by version desc
            """)
        .bind("outcome", outcome)
        .bind("measure", measure)
        .map((row, _) -> baseline(row))
        .list();
  }

  private static void write(Handle handle, Baseline frozen) {
    var window = frozen.window();
    var values =
        window.values().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().toString(), Map.Entry::getValue));
    handle
        .createUpdate(
            """
            insert into baseline
            values (:outcome, :measure, :version, :from, :to, :n, :mean, :values::jsonb, :hash, :at, :by)
            """)
        .bind("outcome", frozen.outcome())
        .bind("measure", frozen.measure())
        .bind("version", frozen.version())
        .bind("from", window.from())
        .bind("to", window.to())
        .bind("n", window.n())
        .bind("mean", window.mean())
        .bind("values", Json.encode(values))
        .bind("hash", frozen.hash())
        .bind("at", frozen.frozenAt())
        .bind("by", frozen.frozenBy())
        .execute();
  }

  private static Baseline baseline(ResultSet row) throws SQLException {
    var values = new TreeMap<LocalDate, Double>();
    Json.decode(row.getString("period_values"))
        .forEach((period, value) -> values.put(LocalDate.parse(period), (Double) value));
    return new Baseline(
        row.getString("outcome"),
        row.getString("measure"),
        row.getInt("version"),
        new Window(
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class),
            values),
        row.getString("hash"),
        row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
        row.getString("frozen_by"));
  }
}
