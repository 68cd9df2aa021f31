package outturn.store.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.definition.notify.Channel;
import outturn.definition.notify.Occasion;
import outturn.definition.notify.Target;
import outturn.engine.run.RunId;
import outturn.store.database.AdvisoryLock;
import outturn.store.database.SqlArray;
import outturn.store.json.Json;

/// Makes notifications of news: one for each problem, however often it happens, until it is over; a
/// later business date is told of again.
public final class NewsSorter {
  static final String LOCK = "notifications";
  private static final int MOST = 500;

  private static final String OPEN =
      """
      insert into notification as n (project, workflow, occasion, subject, run, business_date, text, opened, latest)
      values (:project, :workflow, :occasion, :subject, :run, :date, :text, :at, :at)
      on conflict (workflow, occasion, subject) where recovered is null do update
        set (run, business_date, text) = (
            select run, business_date, text
            from (values (n.run, n.business_date, n.text, 0),
              (excluded.run, excluded.business_date, excluded.text, 1)) as u (run, business_date, text, place)
            order by business_date desc, place desc limit 1),
          latest = excluded.latest, times = n.times + 1
      returning id, times
      """;

  private static final String TOLD_FOR =
      """
      select business_date from notification
      where workflow = :workflow and occasion = :occasion and subject = :subject and recovered is null
      """;

  private static final String NOTE =
      """
      insert into notice (notification, channel, what, due) values (:notification, :channel, :what, :due)
      on conflict do nothing
      """;

  // What waits to be put into words says how often it happened by then.
  private static final String NOTE_AGAIN =
      """
      insert into notice (notification, channel, what, due)
      select :notification, :channel, :what, cast(:due as timestamptz)
      where not exists (
        select from notice o
        where o.notification = :notification and o.channel = :channel and o.message is null
          and (o.what = 'told' or o.what like 'again-%'))
      on conflict do nothing
      """;

  private static final String FORCED =
      """
      select task, message from (
        select distinct on (task) task, state, started, message from attempt
        where run = :run and item >= 0 order by task, attempt desc, item) latest
      where state = 'succeeded' and started is null and message is not null order by task
      """;

  private final Jdbi jdbi;

  public NewsSorter(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Row(
      long id,
      Instant at,
      String project,
      String workflow,
      Optional<Long> run,
      LocalDate businessDate,
      Fact fact) {}

  private record Fact(String occasion, String subject, String text, List<String> channels) {}

  /// Takes what there is, some hundreds at most, and answers whether it may have left some.
  ///
  /// @param channels those in force
  public boolean sort(Function<String, Optional<Channel>> channels) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, LOCK);
      var rows =
          handle
              .createQuery("select * from news order by id limit :most")
              .bind("most", MOST)
              .map((row, _) -> of(row))
              .list();
      var open = OpenDates.of(handle, rows.stream().map(Row::workflow).distinct().toList());
      for (var row : rows) {
        if (!row.fact().occasion().equals("recovered")) {
          happened(handle, row, channels);
          open.add(row.workflow(), row.businessDate());
        } else if (open.end(row.workflow(), row.businessDate())) {
          recovered(handle, row, channels);
        }
      }
      // Not by the highest id: one that is lower may be committed just now.
      handle
          .createUpdate("delete from news where id = any(:ids)")
          .bind("ids", SqlArray.longs(rows.stream().map(Row::id).toList()))
          .execute();
      return rows.size() == MOST;
    });
  }

  private static Row of(ResultSet row) throws SQLException {
    long run = row.getLong("run");
    Optional<Long> known = row.wasNull() ? Optional.empty() : Optional.of(run);
    return new Row(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("project"),
        row.getString("workflow"),
        known,
        row.getObject("business_date", LocalDate.class),
        new Fact(
            row.getString("occasion"),
            row.getString("subject"),
            row.getString("text"),
            channels(row.getString("channels"))));
  }

  private static List<String> channels(String json) {
    return Json.decode(json).get("to") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  /// @param anew whether it was open before, for earlier business dates only
  private record Opened(long id, int times, boolean anew) {
    String again() {
      return Notice.AGAIN + times;
    }
  }

  private static Opened open(Handle handle, Row row) {
    var before =
        handle
            .createQuery(TOLD_FOR)
            .bind("workflow", row.workflow())
            .bind("occasion", row.fact().occasion())
            .bind("subject", row.fact().subject())
            .mapTo(LocalDate.class)
            .findOne();
    return handle
        .createQuery(OPEN)
        .bind("project", row.project())
        .bind("workflow", row.workflow())
        .bind("occasion", row.fact().occasion())
        .bind("subject", row.fact().subject())
        .bind("run", row.run().orElse(null))
        .bind("date", row.businessDate())
        .bind("text", row.fact().text())
        .bind("at", row.at())
        .map((answer, _) ->
            new Opened(
                answer.getLong("id"),
                answer.getInt("times"),
                before.filter(row.businessDate()::isAfter).isPresent()))
        .one();
  }

  private static void happened(
      Handle handle, Row row, Function<String, Optional<Channel>> channels) {
    var opened = open(handle, row);
    for (var name : row.fact().channels()) {
      var channel = channels.apply(name);
      var group = channel.map(each -> each.manner().group()).orElse(Duration.ZERO);
      if (note(handle, opened.id(), name, "told", row.at().plus(group))) {
        channel.ifPresent(known -> escalate(handle, opened.id(), known, row.at(), channels));
      } else if (channel.filter(NewsSorter::opensTickets).isPresent()) {
        noteAgain(handle, opened, name, row.at());
      } else if (opened.anew()) {
        noteAgain(handle, opened, name, row.at().plus(group));
      }
    }
  }

  static boolean opensTickets(Channel channel) {
    return channel.target() instanceof Target.Ticket;
  }

  private static boolean note(
      Handle handle, long notification, String channel, String what, Instant due) {
    return note(handle, NOTE, notification, channel, what, due);
  }

  private static void noteAgain(Handle handle, Opened opened, String channel, Instant due) {
    note(handle, NOTE_AGAIN, opened.id(), channel, opened.again(), due);
  }

  private static boolean note(
      Handle handle, String sql, long notification, String channel, String what, Instant due) {
    return handle
            .createUpdate(sql)
            .bind("notification", notification)
            .bind("channel", channel)
            .bind("what", what)
            .bind("due", due)
            .execute()
        > 0;
  }

  /// Who is told later if nobody acknowledges; a definition has no circles of these.
  private static void escalate(
      Handle handle,
      long notification,
      Channel first,
      Instant told,
      Function<String, Optional<Channel>> channels) {
    var due = told;
    Optional<Channel> at = Optional.of(first);
    while (at.flatMap(channel -> channel.manner().escalation()).isPresent()) {
      var next = at.get().manner().escalation().get();
      due = due.plus(next.after());
      if (!note(handle, notification, next.to(), "escalated", due)) return;
      at = channels.apply(next.to());
    }
  }

  /// All problems of the workflow are over, but those of later business dates; what is at risk is
  /// judged by its deadline.
  private static void recovered(
      Handle handle, Row row, Function<String, Optional<Channel>> channels) {
    var over =
        handle
            .createQuery(
                """
                update notification set recovered = :at, recovery = :how
                where workflow = :workflow and recovered is null and business_date <= :date
                  and occasion <> :atRisk
                returning id
                """)
            .bind("at", row.at())
            .bind("how", how(handle, row))
            .bind("workflow", row.workflow())
            .bind("date", row.businessDate())
            .bind("atRisk", Occasion.AT_RISK.word())
            .mapTo(Long.class)
            .list();
    for (long id : over) {
      tellIsOver(
          handle,
          id,
          row.at(),
          name ->
              row.fact().channels().contains(name)
                  || channels.apply(name).filter(NewsSorter::opensTickets).isPresent());
    }
  }

  /// Who was told of a problem hears that it is over, if that is wanted there: a ticket is closed
  /// in any case.
  static void tellIsOver(Handle handle, long id, Instant at, Predicate<String> wanted) {
    handle.execute(
        "delete from notice where notification = ? and message is null and what = 'escalated'", id);
    var told =
        handle
            .createQuery(
                """
                select distinct channel from notice
                where notification = :id and message is not null
                """)
            .bind("id", id)
            .mapTo(String.class)
            .list();
    for (var name : told) {
      if (wanted.test(name)) note(handle, id, name, "recovered", at);
    }
  }

  /// How a run succeeded: whoever forced that is named.
  private static String how(Handle handle, Row row) {
    if (row.run().isEmpty()) return row.fact().text();
    var run = new RunId(row.run().get());
    var forced =
        handle
            .createQuery(FORCED)
            .bind("run", run.value())
            .map((task, _) -> "\ntask %s %s".formatted(task.getString(1), task.getString(2)))
            .list();
    return "run %s for %s succeeded%s".formatted(run, row.businessDate(), String.join("", forced));
  }
}
