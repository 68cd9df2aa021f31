package outturn.store.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;

/// Signing in with a browser: a one-time code, shown by the command line or mailed, becomes a
/// session.
public final class Logins {
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);
  private static final Duration SESSION_LIFE = Duration.ofDays(7);
  private static final Duration SESSION_IDLE = Duration.ofHours(12);

  // Only for a user that exists.
  private static final String MAKE_CODE =
      """
      insert into login_code (hash, user_name, expires_at) select :hash, name, :expires from users where name = :user
      """;

  private static final String TAKE_CODE =
      "delete from login_code where hash = :hash and expires_at > :now returning user_name";

  private static final String OPEN =
      """
      insert into browser_session (hash, user_name, created_at, last_used_at, expires_at)
      values (:hash, :user, :now, :now, :expires)
      """;

  // The last use is written at most once a minute.
  private static final String VERIFY =
      """
      with used as (
        update browser_session set last_used_at = :now
        where hash = :hash and expires_at > :now and last_used_at > :idleSince
          and last_used_at < cast(:now as timestamptz) - interval '1 minute'
      )
      select u.name, u.role from browser_session s join users u on u.name = s.user_name
      where s.hash = :hash and s.expires_at > :now and s.last_used_at > :idleSince
      """;

  private static final String SWEEP =
      """
      with codes as (delete from login_code where expires_at <= :now)
      delete from browser_session where expires_at <= :now or last_used_at <= :idleSince
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Audit audit;

  public Logins(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  /// A code that signs the user in once, within ten minutes; nothing if there is no such user.
  public Optional<String> code(String user) {
    var code = Credential.make("");
    var made =
        jdbi.withHandle(handle ->
            handle
                .createUpdate(MAKE_CODE)
                .bind("hash", Credential.hash(code))
                .bind("user", user)
                .bind("expires", clock.instant().plus(CODE_LIFE))
                .execute());
    return made == 1 ? Optional.of(code) : Optional.empty();
  }

  /// The value of the session's cookie; nothing if the code is unknown, used or too old.
  public Optional<String> redeem(String code) {
    var cookie = Credential.make("");
    var now = clock.instant();
    return jdbi.inTransaction(handle -> {
      var user =
          handle
              .createQuery(TAKE_CODE)
              .bind("hash", Credential.hash(code))
              .bind("now", now)
              .mapTo(String.class)
              .findOne();
      user.ifPresent(name -> {
        handle
            .createUpdate(OPEN)
            .bind("hash", Credential.hash(cookie))
            .bind("user", name)
            .bind("now", now)
            .bind("expires", now.plus(SESSION_LIFE))
            .execute();
        audit.record(handle, new Act(name, "sign in", name, Map.of()));
      });
      return user.map(_ -> cookie);
    });
  }

  /// Whose session this is; nothing after seven days, twelve hours without use, or signing out.
  public Optional<Principal> verify(String cookie) {
    var now = clock.instant();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(VERIFY)
            .bind("hash", Credential.hash(cookie))
            .bind("now", now)
            .bind("idleSince", now.minus(SESSION_IDLE))
            .map((row, _) -> new Principal(row.getString("name"), Role.of(row.getString("role"))))
            .findOne());
  }

  public void signOut(String cookie) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("delete from browser_session where hash = :hash")
            .bind("hash", Credential.hash(cookie))
            .execute());
  }

  /// Removes what has expired; to be called now and then.
  public void sweep() {
    var now = clock.instant();
    jdbi.useHandle(handle ->
        handle
            .createUpdate(SWEEP)
            .bind("now", now)
            .bind("idleSince", now.minus(SESSION_IDLE))
            .execute());
  }
}
