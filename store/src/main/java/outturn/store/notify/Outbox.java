package outturn.store.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import outturn.store.database.SqlArray;
import outturn.store.json.Json;

/// Messages that wait to be sent. A node leases the one that it sends; when it dies, another one
/// sends it again, under the same id.
public final class Outbox {
  private static final String NEVER_TRIED =
      "never tried: what the channel was told before took until the end of giveUp";

  // A ticket's messages go one after the other, in the order in which they were made.
  private static final String CLAIM =
      """
      update notification_message set tries = tries + 1, lease_until = clock_timestamp() + make_interval(secs => :lease)
      where id = (
        select m.id from notification_message m
        where m.sent is null and m.given_up is null and m.due <= :now
          and (m.lease_until is null or m.lease_until < clock_timestamp())
          and not m.channel = any(:busy)
          and not exists (
            select from notice o join notice before on before.notification = o.notification
              and before.channel = o.channel and before.message < m.id
            join notification_message b on b.id = before.message
            where o.message = m.id and b.sent is null and b.given_up is null)
        order by m.due, m.id limit 1 for update of m skip locked)
      returning *
      """;

  // The time counts from the start of a server that was off: what waited meanwhile is tried.
  private static final String GIVE_UP =
      """
      with gone as (
        update notification_message set given_up = cast(:now as timestamptz), lease_until = null, error = coalesce(error, :error)
        where sent is null and given_up is null and give_up <= :now
          and greatest(made, cast(:since as timestamptz)) + (give_up - made) <= :now
          and (lease_until is null or lease_until < clock_timestamp())
        returning channel, error)
      select channel, error, count(*) from gone group by channel, error order by channel, error
      """;

  private final Jdbi jdbi;

  public Outbox(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Leases a message that is due.
  ///
  /// @param busy channels that are left out
  public Optional<Message> claim(Collection<String> busy, Instant now, Duration lease) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(CLAIM)
            .bind("lease", (double) lease.toSeconds())
            .bind("now", now)
            .bind("busy", SqlArray.texts(busy))
            .map((row, _) -> message(row))
            .findOne());
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getLong("id"),
        row.getString("uid"),
        row.getString("channel"),
        new Message.Said(
            row.getString("title"), row.getString("text"), Json.decode(row.getString("facts"))),
        row.getObject("made", OffsetDateTime.class).toInstant(),
        row.getInt("tries"),
        row.getObject("give_up", OffsetDateTime.class).toInstant());
  }

  public void sent(long message, Instant at) {
    jdbi.useHandle(handle ->
        handle.execute(
            "update notification_message set sent = ?, lease_until = null, error = null where id = ?",
            at.atOffset(ZoneOffset.UTC),
            message));
  }

  /// It is tried again later.
  public void failed(long message, String error, Instant next) {
    jdbi.useHandle(handle ->
        handle.execute(
            "update notification_message set due = ?, lease_until = null, error = ? where id = ?",
            next.atOffset(ZoneOffset.UTC),
            error,
            message));
  }

  public void givenUp(long message, String error, Instant at) {
    jdbi.useHandle(handle ->
        handle.execute(
            "update notification_message set given_up = ?, lease_until = null, error = ? where id = ?",
            at.atOffset(ZoneOffset.UTC),
            error,
            message));
  }

  /// Messages that were given up together.
  ///
  /// @param error of the latest try, or that there was none
  public record Overdue(String channel, String error, long messages) {}

  /// Gives up what is past its time and waits, tried or not.
  ///
  /// @param since from when on this server sends without a break
  public List<Overdue> giveUp(Instant since, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(GIVE_UP)
            .bind("since", since)
            .bind("now", now)
            .bind("error", NEVER_TRIED)
            .map((row, _) -> new Overdue(row.getString(1), row.getString(2), row.getLong(3)))
            .list());
  }

  /// How many wait to be sent.
  public long waiting() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select count(*) from notification_message where sent is null and given_up is null")
            .mapTo(Long.class)
            .one());
  }
}
