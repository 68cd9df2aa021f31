package outturn.store.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.definition.notify.Occasion;
import outturn.engine.run.RunId;
import outturn.store.database.AdvisoryLock;
import outturn.store.json.Json;

/// News of what is at risk, written once for each run and output, and that it is over.
public final class AtRiskNews {
  // Told means: it waits to be sorted, or it is a notification that is open. A run that was only
  // foreseen has no id yet, and one for a later business date has been told since.
  private static final String TELL =
      """
      insert into news (at, project, workflow, run, business_date, occasion, subject, text, channels)
      select cast(:at as timestamptz), :project, :workflow, cast(:run as bigint), cast(:date as date), :occasion, :subject, :text, :channels::jsonb
      where not exists (
        select from (
          select workflow, run, business_date, occasion, subject, true as open from news
          union all
          select workflow, run, business_date, occasion, subject, recovered is null from notification) told
        where told.workflow = :workflow and told.occasion = :occasion and told.subject = :subject
          and (told.business_date > :date
            or (told.open and told.business_date = :date
              and (told.run is null or cast(:run as bigint) is null or told.run = :run))))
      """;

  private final Jdbi jdbi;

  public AtRiskNews(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What is to be told.
  ///
  /// @param subject `SERVICE/OUTPUT`
  public record Item(About about, String subject, String text, String channel) {}

  /// Which work it is.
  ///
  /// @param run empty for one that is planned
  public record About(
      String project, String workflow, Optional<RunId> run, LocalDate businessDate) {}

  /// Writes what was not told yet.
  public void tell(List<Item> items, Instant at) {
    jdbi.useTransaction(handle -> {
      // Two nodes see the same at the same time.
      AdvisoryLock.take(handle, NewsSorter.LOCK);
      for (var item : items) tell(handle, item, at);
    });
  }

  private static void tell(Handle handle, Item item, Instant at) {
    var about = item.about();
    handle
        .createUpdate(TELL)
        .bind("at", at)
        .bind("project", about.project())
        .bind("workflow", about.workflow())
        .bind("run", about.run().map(RunId::value).orElse(null))
        .bind("date", about.businessDate())
        .bind("occasion", Occasion.AT_RISK.word())
        .bind("subject", item.subject())
        .bind("text", item.text())
        .bind("channels", Json.encode(Map.of("to", List.of(item.channel()))))
        .execute();
  }

  /// What people were told of and is not over.
  ///
  /// @param id of the notification
  public record Open(long id, About about, String subject) {}

  public List<Open> open() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, project, workflow, run, business_date, subject from notification
                where occasion = :occasion and recovered is null
                order by id
                """)
            .bind("occasion", Occasion.AT_RISK.word())
            .map((row, _) -> open(row))
            .list());
  }

  private static Open open(ResultSet row) throws SQLException {
    long run = row.getLong("run");
    Optional<RunId> known = row.wasNull() ? Optional.empty() : Optional.of(new RunId(run));
    var about =
        new About(
            row.getString("project"),
            row.getString("workflow"),
            known,
            row.getObject("business_date", LocalDate.class));
    return new Open(row.getLong("id"), about, row.getString("subject"));
  }

  /// Ends what is at risk no more; all who were told of it hear that, once.
  ///
  /// @param how in words, by notification
  public void over(Map<Long, String> how, Instant at) {
    jdbi.useTransaction(handle -> {
      AdvisoryLock.take(handle, NewsSorter.LOCK);
      how.forEach((id, words) -> {
        int ended =
            handle.execute(
                "update notification set recovered = ?, recovery = ? where id = ? and recovered is null",
                at.atOffset(ZoneOffset.UTC),
                words,
                id);
        if (ended > 0) NewsSorter.tellIsOver(handle, id, at, _ -> true);
      });
    });
  }
}
