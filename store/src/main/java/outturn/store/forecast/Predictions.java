package outturn.store.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import outturn.engine.news.News;
import outturn.engine.run.RunId;
import outturn.store.database.SqlArray;
import outturn.store.json.Json;

/// What was predicted of deadlines, and what people were warned of.
public final class Predictions {
  private static final String KEEP =
      """
      insert into prediction (run, deadline, made, chance, early, likely, late, cause)
      values (:run, :deadline, :made, :chance, :early, :likely, :late, :cause)
      on conflict do nothing
      """;

  private static final String WARN =
      """
      insert into warning (run, occasion, subject, at, text)
      values (:run, :occasion, :subject, :at, :text)
      on conflict do nothing
      """;

  private static final String NEWS =
      """
      insert into news (at, project, workflow, run, business_date, occasion, subject, text, channels)
      values (:at, :project, :workflow, :run, :date, :occasion, :subject, :text, cast(:channels as jsonb))
      """;

  private final Jdbi jdbi;

  public Predictions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public void keep(Collection<Prediction> made) {
    if (made.isEmpty()) return;
    jdbi.useHandle(handle -> {
      var batch = handle.prepareBatch(KEEP);
      for (var each : made) {
        batch
            .bind("run", each.run().value())
            .bind("deadline", each.deadline())
            .bind("made", time(each.made()))
            .bind("chance", (float) each.chance())
            .bind("early", time(each.end().early()))
            .bind("likely", time(each.end().likely()))
            .bind("late", time(each.end().late()))
            .bind("cause", each.cause())
            .add();
      }
      batch.execute();
    });
  }

  /// All that was predicted of a run, the oldest first.
  public List<Prediction> of(RunId run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from prediction where run = :run order by made, deadline")
            .bind("run", run.value())
            .map((row, _) -> prediction(row))
            .list());
  }

  /// The last that was predicted of each deadline of these runs.
  public List<Prediction> latest(Collection<RunId> runs) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select distinct on (run, deadline) * from prediction
                where run = any(:runs) order by run, deadline, made desc
                """)
            .bind("runs", SqlArray.longs(runs.stream().map(RunId::value).toList()))
            .map((row, _) -> prediction(row))
            .list());
  }

  /// Warns of what nobody has warned of yet; who is told by a channel hears of it by the same
  /// transaction.
  public void warn(List<News> all, Instant at) {
    if (all.isEmpty()) return;
    jdbi.useTransaction(handle -> write(handle, anew(handle, all, at), at));
  }

  /// Those of which nobody had warned.
  private static List<News> anew(Handle handle, List<News> all, Instant at) {
    var batch = handle.prepareBatch(WARN);
    for (var news : all) {
      batch
          .bind("run", news.about().run().orElseThrow().value())
          .bind("occasion", news.occasion().word())
          .bind("subject", news.subject())
          .bind("at", time(at))
          .bind("text", news.text())
          .add();
    }
    var rows = batch.execute();
    return IntStream.range(0, rows.length)
        .filter(place -> rows[place] > 0)
        .mapToObj(all::get)
        .toList();
  }

  private static void write(Handle handle, List<News> anew, Instant at) {
    var told = anew.stream().filter(news -> !news.channels().isEmpty()).toList();
    if (told.isEmpty()) return;
    var batch = handle.prepareBatch(NEWS);
    for (var news : told) {
      var about = news.about();
      batch
          .bind("at", time(at))
          .bind("project", about.project())
          .bind("workflow", about.workflow())
          .bind("run", about.run().map(RunId::value).orElse(null))
          .bind("date", about.businessDate())
          .bind("occasion", news.occasion().word())
          .bind("subject", news.subject())
          .bind("text", news.text())
          .bind("channels", Json.encode(Map.of("to", news.channels())))
          .add();
    }
    batch.execute();
  }

  /// What people were warned of in a run, the oldest first.
  public List<Warning> warnings(RunId run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from warning where run = :run order by at, occasion, subject")
            .bind("run", run.value())
            .map((row, _) -> warning(row))
            .list());
  }

  /// A warning that people were given.
  ///
  /// @param occasion as under `notify`
  /// @param subject the deadline or the task
  public record Warning(RunId run, String occasion, String subject, Instant at, String text) {}

  private static Warning warning(ResultSet row) throws SQLException {
    return new Warning(
        new RunId(row.getLong("run")),
        row.getString("occasion"),
        row.getString("subject"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("text"));
  }

  private static Prediction prediction(ResultSet row) throws SQLException {
    return new Prediction(
        new RunId(row.getLong("run")),
        row.getString("deadline"),
        row.getObject("made", OffsetDateTime.class).toInstant(),
        row.getFloat("chance"),
        new Prediction.End(instant(row, "early"), instant(row, "likely"), instant(row, "late")),
        row.getString("cause"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
    return instant.map(Predictions::time).orElse(null);
  }
}
