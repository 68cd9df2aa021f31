package outturn.store.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.definition.notify.Occasion;
import outturn.engine.run.RunId;
import outturn.store.database.AdvisoryLock;
import outturn.store.json.Json;

/// News of what is at risk, written once for each run and output.
public final class AtRiskNews {
  // Told means: it waits to be sorted, or it is a notification, also one that is over. A run that
  // was foreseen has no id yet, and one for a later business date has been told since.
  private static final String TELL =
      """
      insert into news (at, project, workflow, run, business_date, occasion, subject, text, channels)
      select cast(:at as timestamptz), :project, :workflow, cast(:run as bigint), cast(:date as date), :occasion, :subject, :text, :channels::jsonb
      where not exists (
        select from (
          select workflow, run, business_date, occasion, subject from news
          union all
          select workflow, run, business_date, occasion, subject from notification) told
        where told.workflow = :workflow and told.occasion = :occasion and told.subject = :subject
          and (told.business_date > :date
            or (told.business_date = :date
              and (told.run is null or cast(:run as bigint) is null or told.run = :run))))
      """;

  // That run succeeded, or a later one made it good.
  private static final String OVER =
      """
      update notification n
      set recovered = :at, recovery = 'a run for ' || n.business_date || ' succeeded'
      where n.occasion = :occasion and n.recovered is null and exists (
        select from run r
        where r.workflow = n.workflow and r.business_date = n.business_date and r.state = 'succeeded'
          and r.id >= coalesce(n.run, 0))
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

  /// Ends what is at risk no more, for the work is done.
  public void over(Instant at) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(OVER)
            .bind("at", at)
            .bind("occasion", Occasion.AT_RISK.word())
            .execute());
  }
}
