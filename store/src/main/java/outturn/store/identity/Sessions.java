package outturn.store.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;

/// Sessions of browsers. A cookie's value is known to its browser alone: here is its hash.
public final class Sessions {
  /// The longest that a session lasts, however much it is used.
  public static final Duration LIFE = Duration.ofDays(7);

  /// A session that is not used for so long ends.
  public static final Duration IDLE = Duration.ofHours(12);

  // Only for a user that exists.
  private static final String OPEN =
      """
      insert into browser_session
        (hash, user_name, created_at, last_used_at, expires_at, means, must_change, address, agent)
      select :hash, name, :now, :now, :expires, :means, :mustChange, :address, :agent
      from users where name = :user
      """;

  // The last use is written at most once a minute.
  private static final String VERIFY =
      """
      with used as (
        update browser_session set last_used_at = :now
        where hash = :hash and expires_at > :now and last_used_at > :idleSince
          and last_used_at < cast(:now as timestamptz) - interval '1 minute'
      )
      select s.id, s.must_change, u.name, u.role, %s
      from browser_session s join users u on u.name = s.user_name
      where s.hash = :hash and s.expires_at > :now and s.last_used_at > :idleSince
      """
          .formatted(Grants.OF_USER);

  private static final String LIST =
      """
      select id, user_name, created_at, last_used_at, expires_at, means, address, agent from browser_session
      where expires_at > :now and last_used_at > :idleSince and (:user = '' or user_name = :user) order by id
      """;

  private static final String END =
      """
      delete from browser_session where id = :id and (:user = '' or user_name = :user) returning user_name
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Audit audit;

  Sessions(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  /// The value of a new session's cookie; nothing if there is no such user.
  ///
  /// @param password what it was opened with, if with one
  public Optional<String> open(String user, Visit visit, Optional<StoredPassword> password) {
    boolean mustChange = password.filter(StoredPassword::mustChange).isPresent();
    return jdbi.inTransaction(handle -> open(handle, user, visit, mustChange));
  }

  Optional<String> open(Handle handle, String user, Visit visit, boolean mustChange) {
    var cookie = Credential.make("");
    var now = clock.instant();
    int opened =
        handle
            .createUpdate(OPEN)
            .bind("hash", Credential.hash(cookie))
            .bind("user", user)
            .bind("now", now)
            .bind("expires", now.plus(LIFE))
            .bind("means", visit.means())
            .bind("mustChange", mustChange)
            .bind("address", visit.address())
            .bind("agent", visit.agent())
            .execute();
    if (opened == 0) return Optional.empty();
    audit.record(
        handle,
        new Act(user, "sign in", user, Map.of("by", visit.means(), "from", visit.address())));
    return Optional.of(cookie);
  }

  /// Whose session this is; nothing after [#LIFE], after [#IDLE] without use, or when it was ended.
  public Optional<VerifiedSession> verify(String cookie) {
    var now = clock.instant();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(VERIFY)
            .bind("hash", Credential.hash(cookie))
            .bind("now", now)
            .bind("idleSince", now.minus(IDLE))
            .map((row, _) ->
                new VerifiedSession(
                    row.getLong("id"), Grants.principal(row), row.getBoolean("must_change")))
            .findOne());
  }

  /// The sessions that have not ended, oldest first.
  public List<BrowserSession> of(String user) {
    return list(user);
  }

  /// Those of everybody.
  public List<BrowserSession> all() {
    return list("");
  }

  private List<BrowserSession> list(String user) {
    var now = clock.instant();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(LIST)
            .bind("now", now)
            .bind("idleSince", now.minus(IDLE))
            .bind("user", user)
            .map((row, _) -> session(row))
            .list());
  }

  /// Ends a session of somebody; whether there was one.
  public boolean end(long id, String user, String by) {
    return ended(id, user, by);
  }

  /// Ends a session, whoever it is of.
  public boolean end(long id, String by) {
    return ended(id, "", by);
  }

  private boolean ended(long id, String user, String by) {
    return jdbi.inTransaction(handle -> {
      var owner =
          handle.createQuery(END).bind("id", id).bind("user", user).mapTo(String.class).findOne();
      owner.ifPresent(
          name -> audit.record(handle, new Act(by, "session end", name, Map.of("session", id))));
      return owner.isPresent();
    });
  }

  /// Ends all sessions of somebody; how many there were.
  public int endAll(String user, String by) {
    return jdbi.inTransaction(handle -> {
      int ended = endAllOf(handle, user);
      audit.record(handle, new Act(by, "session end", user, Map.of("sessions", ended)));
      return ended;
    });
  }

  static int endAllOf(Handle handle, String user) {
    return handle
        .createUpdate("delete from browser_session where user_name = :user")
        .bind("user", user)
        .execute();
  }

  /// Ends the session of a cookie.
  public void signOut(String cookie) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("delete from browser_session where hash = :hash")
            .bind("hash", Credential.hash(cookie))
            .execute());
  }

  private static BrowserSession session(ResultSet row) throws SQLException {
    return new BrowserSession(
        row.getLong("id"),
        row.getString("user_name"),
        instant(row, "created_at"),
        instant(row, "last_used_at"),
        instant(row, "expires_at"),
        new Visit(row.getString("means"), row.getString("address"), row.getString("agent")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
