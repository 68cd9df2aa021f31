package outturn.store.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import outturn.definition.notify.Channel;
import outturn.engine.run.RunId;
import outturn.store.database.AdvisoryLock;
import outturn.store.database.SqlArray;
import outturn.store.json.Json;

/// Makes messages of what is due to be told: one for all that a channel is to hear by then, and for
/// tickets one for each thing.
public final class MessageMaker {
  private static final int MOST = 5000;
  private static final int MOST_TICKETS = 100;

  // That it happened again waits until what was said of it before is sent or given up: however
  // often it happens, one message follows.
  private static final String WAITING =
      """
      select o.notification, o.what, o.due, n.* from notice o join notification n on n.id = o.notification
      where o.channel = :channel and o.message is null and (o.due <= :now or o.what <> 'escalated')
        and not (o.what like 'again-%' and n.recovered is null and exists (
          select from notice before join notification_message b on b.id = before.message
          where before.notification = o.notification and before.channel = o.channel
            and b.sent is null and b.given_up is null))
      order by o.due, o.notification limit :most
      """;

  private static final String MAKE =
      """
      insert into notification_message (channel, made, title, text, facts, due, give_up)
      values (:channel, :now, :title, :text, :facts::jsonb, :now, :giveUp)
      returning id
      """;

  private final Jdbi jdbi;
  private final Wording wording;

  public MessageMaker(Jdbi jdbi, Wording wording) {
    this.jdbi = jdbi;
    this.wording = wording;
  }

  /// Says in words what a channel is to be told.
  @FunctionalInterface
  public interface Wording {
    Message.Said say(Channel channel, List<Notice> notices);
  }

  /// One pass over all channels; answers how many messages were made.
  public int make(Function<String, Optional<Channel>> channels, Instant now) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, NewsSorter.LOCK);
      var due =
          handle
              .createQuery(
                  "select distinct channel from notice where message is null and due <= :now")
              .bind("now", now)
              .mapTo(String.class)
              .list();
      int made = 0;
      for (var name : due) {
        var channel = channels.apply(name);
        made += channel.isPresent() ? of(handle, channel.get(), now) : lost(handle, name, now);
      }
      return made;
    });
  }

  private int of(Handle handle, Channel channel, Instant now) {
    var quiet = channel.manner().quiet();
    var until = quiet.flatMap(hours -> hours.until(now));
    boolean tickets = NewsSorter.opensTickets(channel);
    var notices =
        waiting(handle, channel.name(), now, tickets ? MOST_TICKETS : MOST).stream()
            .filter(notice -> wanted(handle, channel, notice))
            .toList();
    if (until.isPresent()) {
      var except = quiet.orElseThrow().except();
      Predicate<Notice> atOnce =
          notice -> except.stream().anyMatch(each -> each.word().equals(notice.about().occasion()));
      postpone(
          handle, channel.name(), notices.stream().filter(atOnce.negate()).toList(), until.get());
      notices = notices.stream().filter(atOnce).toList();
    }
    if (notices.isEmpty()) return 0;
    if (!tickets) {
      write(handle, channel, notices, now);
      return 1;
    }
    for (var notice : notices) write(handle, channel, List.of(notice), now);
    return notices.size();
  }

  /// What nobody needs to hear any more is forgotten: that nobody answered, once somebody has, and
  /// that it happened again, once the ticket is to be closed, which tells how often.
  private static boolean wanted(Handle handle, Channel channel, Notice notice) {
    var state = notice.state();
    boolean answered = notice.isEscalation() && state.acknowledged().isPresent();
    boolean over =
        notice.isRepetition() && state.recovered().isPresent() && NewsSorter.opensTickets(channel);
    if (!answered && !over) return true;
    handle.execute(
        "delete from notice where notification = ? and channel = ? and what = ?",
        notice.notification(),
        channel.name(),
        notice.what());
    return false;
  }

  private static void postpone(Handle handle, String channel, List<Notice> held, Instant until) {
    var earlier = held.stream().filter(notice -> notice.due().isBefore(until)).toList();
    if (earlier.isEmpty()) return;
    handle
        .createUpdate(
            """
            update notice o set due = cast(:until as timestamptz)
            from unnest(:notifications, :whats) as u (notification, what)
            where o.channel = :channel and o.notification = u.notification and o.what = u.what
            """)
        .bind("until", until)
        .bind("channel", channel)
        .bind("notifications", SqlArray.longs(earlier.stream().map(Notice::notification).toList()))
        .bind("whats", SqlArray.texts(earlier.stream().map(Notice::what).toList()))
        .execute();
  }

  private void write(Handle handle, Channel channel, List<Notice> notices, Instant now) {
    var said = wording.say(channel, notices);
    long message = insert(handle, channel.name(), said, now, now.plus(channel.manner().giveUp()));
    assign(handle, channel.name(), notices, message);
  }

  private static long insert(
      Handle handle, String channel, Message.Said said, Instant now, Instant giveUp) {
    return handle
        .createQuery(MAKE)
        .bind("channel", channel)
        .bind("now", now)
        .bind("title", said.title())
        .bind("text", said.text())
        .bind("facts", Json.encode(said.facts()))
        .bind("giveUp", giveUp)
        .mapTo(Long.class)
        .one();
  }

  private static void assign(Handle handle, String channel, List<Notice> notices, long message) {
    handle
        .createUpdate(
            """
            update notice o set message = :message
            from unnest(:notifications, :whats) as u (notification, what)
            where o.channel = :channel and o.notification = u.notification and o.what = u.what
            """)
        .bind("message", message)
        .bind("channel", channel)
        .bind("notifications", SqlArray.longs(notices.stream().map(Notice::notification).toList()))
        .bind("whats", SqlArray.texts(notices.stream().map(Notice::what).toList()))
        .execute();
  }

  /// A channel that is not in force any more: what it should have told is seen as given up.
  private int lost(Handle handle, String channel, Instant now) {
    var notices = waiting(handle, channel, now, MOST);
    if (notices.isEmpty()) return 0;
    var error = "there is no channel '%s' any more".formatted(channel);
    var said = new Message.Said(error, "", Map.of());
    long message = insert(handle, channel, said, now, now);
    handle.execute(
        "update notification_message set given_up = made, error = title where id = ?", message);
    assign(handle, channel, notices, message);
    return 1;
  }

  private static List<Notice> waiting(Handle handle, String channel, Instant now, int most) {
    return handle
        .createQuery(WAITING)
        .bind("channel", channel)
        .bind("now", now)
        .bind("most", most)
        .map((row, _) -> notice(row))
        .list();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    long run = row.getLong("run");
    Optional<RunId> known = row.wasNull() ? Optional.empty() : Optional.of(new RunId(run));
    return new Notice(
        row.getLong("notification"),
        row.getString("what"),
        row.getObject("due", OffsetDateTime.class).toInstant(),
        about(row),
        new Notice.State(
            known,
            row.getString("text"),
            row.getObject("opened", OffsetDateTime.class).toInstant(),
            row.getInt("times"),
            instant(row, "acknowledged"),
            recovery(row)));
  }

  private static Optional<Notice.Recovery> recovery(ResultSet row) throws SQLException {
    var how = Optional.ofNullable(row.getString("recovery")).orElse("");
    return instant(row, "recovered").map(at -> new Notice.Recovery(at, how));
  }

  static Notification.About about(ResultSet row) throws SQLException {
    return new Notification.About(
        row.getString("project"),
        row.getString("workflow"),
        row.getString("occasion"),
        row.getString("subject"),
        row.getObject("business_date", LocalDate.class));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }
}
