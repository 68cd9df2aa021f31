package outturn.store.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Signing in with a browser: a one-time code, shown by the command line or mailed, becomes a
/// session.
public final class Logins {
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  // Only for a user that exists.
  private static final String MAKE_CODE =
      """
      insert into login_code (hash, user_name, expires_at) select :hash, name, :expires from users where name = :user
      """;

  private static final String TAKE_CODE =
      "delete from login_code where hash = :hash and expires_at > :now returning user_name";

  private static final String SWEEP =
      """
      with codes as (delete from login_code where expires_at <= :now)
      delete from browser_session where expires_at <= :now or last_used_at <= :idleSince
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Sessions sessions;
  private final ProviderUsers providerUsers;

  public Logins(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.sessions = new Sessions(jdbi, clock);
    this.providerUsers = new ProviderUsers(jdbi, clock, sessions);
  }

  /// What a sign-in opens.
  public Sessions sessions() {
    return sessions;
  }

  /// Those who sign in by an identity provider.
  public ProviderUsers providerUsers() {
    return providerUsers;
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
  public Optional<String> redeem(String code, Visit visit) {
    return jdbi.inTransaction(handle -> {
      var user =
          handle
              .createQuery(TAKE_CODE)
              .bind("hash", Credential.hash(code))
              .bind("now", clock.instant())
              .mapTo(String.class)
              .findOne();
      return user.flatMap(name -> sessions.open(handle, name, visit, false));
    });
  }

  /// Removes what has expired; to be called now and then.
  public void sweep() {
    var now = clock.instant();
    jdbi.useHandle(handle ->
        handle
            .createUpdate(SWEEP)
            .bind("now", now)
            .bind("idleSince", now.minus(Sessions.IDLE))
            .execute());
    providerUsers.sweep();
  }
}
