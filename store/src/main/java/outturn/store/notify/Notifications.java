package outturn.store.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.run.RunId;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.SqlArray;

/// What people were told, and their answers.
public final class Notifications {
  private static final String COPIES =
      """
      select o.notification, o.channel, o.what, m.sent, m.given_up, m.error, t.number
      from notice o
      left join notification_message m on m.id = o.message
      left join ticket t on t.notification = o.notification and t.channel = o.channel
      where o.notification = any(:ids) order by o.notification, o.due, o.channel, o.what
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Audit audit;

  public Notifications(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  /// Which are wanted.
  public enum Filter {
    /// Problems that are not over.
    OPEN,
    ALL
  }

  /// Those before an id, newest first.
  public List<Notification> before(long id, Filter filter, int limit) {
    var only = filter == Filter.OPEN ? "and recovered is null" : "";
    return jdbi.withHandle(handle -> {
      var rows =
          handle
              .createQuery(
                  "select * from notification where id < :before "
                      + only
                      + " order by id desc limit :limit")
              .bind("before", id)
              .bind("limit", limit)
              .map((row, _) -> of(row))
              .list();
      return withCopies(handle, rows);
    });
  }

  public Optional<Notification> find(long id) {
    return jdbi.withHandle(handle -> {
      var rows =
          handle
              .createQuery("select * from notification where id = :id")
              .bind("id", id)
              .map((row, _) -> of(row))
              .list();
      return withCopies(handle, rows).stream().findFirst();
    });
  }

  private static List<Notification> withCopies(Handle handle, List<Notification> rows) {
    Map<Long, List<Notification.Copy>> copies = new HashMap<>();
    handle
        .createQuery(COPIES)
        .bind("ids", SqlArray.longs(rows.stream().map(Notification::id).toList()))
        .map((row, _) -> Map.entry(row.getLong("notification"), copy(row)))
        .forEach(each ->
            copies.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(each.getValue()));
    return rows.stream()
        .map(row ->
            new Notification(
                row.id(),
                row.about(),
                row.run(),
                row.text(),
                row.when(),
                row.acknowledged(),
                copies.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static Notification.Copy copy(ResultSet row) throws SQLException {
    var state =
        row.getObject("sent") != null
            ? "sent"
            : row.getObject("given_up") != null ? "failed" : "waiting";
    return new Notification.Copy(
        row.getString("channel"),
        row.getString("what"),
        state,
        Optional.ofNullable(row.getString("error")),
        Optional.ofNullable(row.getString("number")));
  }

  private static Notification of(ResultSet row) throws SQLException {
    long run = row.getLong("run");
    Optional<RunId> known = row.wasNull() ? Optional.empty() : Optional.of(new RunId(run));
    var by = row.getString("acknowledged_by");
    var why = Optional.ofNullable(row.getString("reason")).orElse("");
    return new Notification(
        row.getLong("id"),
        MessageMaker.about(row),
        known,
        row.getString("text"),
        new Notification.Times(
            row.getObject("opened", OffsetDateTime.class).toInstant(),
            row.getObject("latest", OffsetDateTime.class).toInstant(),
            row.getInt("times"),
            MessageMaker.instant(row, "recovered")),
        MessageMaker.instant(row, "acknowledged")
            .map(at -> new Notification.Acknowledged(at, by, why)),
        List.of());
  }

  /// Somebody takes care of it: nobody else is told for want of an answer. Whether there is such a
  /// notification that nobody had acknowledged.
  public boolean acknowledge(long id, String by, String reason) {
    return jdbi.inTransaction(handle -> {
      int done =
          handle.execute(
              """
              update notification set acknowledged = ?, acknowledged_by = ?, reason = ?
              where id = ? and acknowledged is null
              """,
              now(),
              by,
              reason,
              id);
      if (done == 0) return false;
      audit.record(handle, new Act(by, "ack", "notification " + id, Map.of("why", reason)));
      return true;
    });
  }

  /// The tickets that were opened for a run.
  public List<Ticket> tickets(RunId run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select t.* from ticket t join notification n on n.id = t.notification
                where n.run = :run order by t.opened
                """)
            .bind("run", run.value())
            .map((row, _) -> ticket(row))
            .list());
  }

  /// The ticket that a channel has for a notification, if one was opened.
  public Optional<Ticket> ticket(long notification, String channel) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from ticket where notification = :id and channel = :channel")
            .bind("id", notification)
            .bind("channel", channel)
            .map((row, _) -> ticket(row))
            .findOne());
  }

  private static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        row.getString("channel"),
        row.getString("number"),
        row.getString("key"),
        row.getString("url"));
  }

  /// A ticket was opened, or found to be.
  public void opened(long notification, Ticket ticket) {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into ticket (notification, channel, number, key, url, opened) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """,
            notification,
            ticket.channel(),
            ticket.number(),
            ticket.key(),
            ticket.url(),
            now()));
  }

  public void closed(long notification, String channel) {
    jdbi.useHandle(handle ->
        handle.execute(
            "update ticket set closed = ? where notification = ? and channel = ?",
            now(),
            notification,
            channel));
  }

  /// Forgets what has been over for so long, and the messages about it.
  public int forget(Instant before) {
    return jdbi.inTransaction(handle -> {
      int gone =
          handle.execute(
              "delete from notification where recovered < ?", before.atOffset(ZoneOffset.UTC));
      handle.execute(
          """
          delete from notification_message m where made < ? and (sent is not null or given_up is not null)
            and not exists (select from notice o where o.message = m.id)
          """,
          before.atOffset(ZoneOffset.UTC));
      return gone;
    });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
