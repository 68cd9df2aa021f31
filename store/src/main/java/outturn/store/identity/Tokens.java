package outturn.store.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.SqlArray;

/// The keys of programs: each acts for a user, with a role of its own that never exceeds the
/// user's.
public final class Tokens {
  private static final String PREFIX = "outturn_";

  // Only for a user that exists.
  private static final String ISSUE =
      """
      insert into api_token (hash, user_name, role, label, created_at, expires_at, projects, services)
      select :hash, name, :role, :label, :created, :expires, :projects, :services from users where name = :user
      """;

  // The last use is written at most once a minute, so that a busy program does not write at each
  // request.
  private static final String VERIFY =
      """
      with used as (
        update api_token set last_used_at = :now
        where hash = :hash and expires_at > :now
          and (last_used_at is null or last_used_at < cast(:now as timestamptz) - interval '1 minute')
      )
      select u.name, u.role, t.role as token_role, t.expires_at, t.projects, t.services, %s
      from api_token t join users u on u.name = t.user_name
      where t.hash = :hash and t.expires_at > :now
      """
          .formatted(Grants.OF_USER);

  private static final String LIST =
      """
      select id, user_name, role, label, created_at, expires_at, last_used_at, projects, services
      from api_token order by id
      """;

  // One statement, so that nothing is made in between. Who is vouched for by a provider stays
  // known.
  private static final String SHUT_OUT =
      """
      with password as (delete from user_password where user_name = :user),
        links as (delete from login_code where user_name = :user),
        tokens as (delete from api_token where user_name = :user returning id),
        sessions as (delete from browser_session where user_name = :user returning id)
      select (select count(*) from tokens) as tokens, (select count(*) from sessions) as sessions
      from users where name = :user
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Audit audit;
  private final AtomicLong revocations = new AtomicLong();

  public Tokens(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  /// A token for the user that works for the given time, or nothing if there is no such user; `by`
  /// is who issues it.
  public Optional<IssuedToken> issue(
      String user, Role role, String label, Duration life, String by) {
    return issue(user, new TokenWish(role, TokenScope.EVERYWHERE, label, life), by);
  }

  /// The same with a role that holds for some projects and services only.
  public Optional<IssuedToken> issue(String user, TokenWish wish, String by) {
    var text = Credential.make(PREFIX);
    var now = clock.instant();
    return jdbi.inTransaction(handle -> {
      var id =
          handle
              .createUpdate(ISSUE)
              .bind("hash", Credential.hash(text))
              .bind("user", user)
              .bind("role", wish.role().word())
              .bind("label", wish.label())
              .bind("created", now)
              .bind("expires", now.plus(wish.life()))
              .bind("projects", SqlArray.texts(wish.scope().projects()))
              .bind("services", SqlArray.texts(wish.scope().services()))
              .executeAndReturnGeneratedKeys("id")
              .mapTo(long.class)
              .findOne();
      id.ifPresent(issued ->
          audit.record(
              handle,
              new Act(
                  by,
                  "token issue",
                  user,
                  Map.of("token", issued, "role", wish.role().word(), "label", wish.label()))));
      return id.map(issued -> new IssuedToken(issued, text));
    });
  }

  /// Who comes with this token; nothing if it is unknown, expired or revoked.
  public Optional<Principal> verify(String text) {
    return find(text).map(VerifiedToken::principal);
  }

  /// The same, with the end of the token's life, for who remembers the answer a while.
  public Optional<VerifiedToken> find(String text) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(VERIFY)
            .bind("hash", Credential.hash(text))
            .bind("now", clock.instant())
            .map((row, _) ->
                new VerifiedToken(
                    Grants.principal(row)
                        .atMost(Role.of(row.getString("token_role")))
                        .within(scope(row)),
                    row.getTimestamp("expires_at").toInstant()))
            .findOne());
  }

  /// Those of a user.
  public List<ApiToken> of(String user) {
    return list().stream().filter(token -> token.user().equals(user)).toList();
  }

  /// Whether there was such a token.
  public boolean revoke(long id, String by) {
    boolean revoked =
        jdbi.inTransaction(handle -> {
          var user =
              handle
                  .createQuery("delete from api_token where id = :id returning user_name")
                  .bind("id", id)
                  .mapTo(String.class)
                  .findOne();
          user.ifPresent(
              name -> audit.record(handle, new Act(by, "token revoke", name, Map.of("token", id))));
          return user.isPresent();
        });
    revocations.incrementAndGet();
    return revoked;
  }

  /// Takes from somebody every way in: password, links, tokens and sessions. What he did stays his.
  /// Whether there is such a user.
  public boolean shutOut(String user, String by) {
    boolean known =
        jdbi.inTransaction(handle -> {
          var ended =
              handle
                  .createQuery(SHUT_OUT)
                  .bind("user", user)
                  .map((row, _) ->
                      Map.<String, Object>of(
                          "tokens", row.getLong("tokens"), "sessions", row.getLong("sessions")))
                  .findOne();
          ended.ifPresent(what -> audit.record(handle, new Act(by, "user shut-out", user, what)));
          return ended.isPresent();
        });
    revocations.incrementAndGet();
    return known;
  }

  /// How many tokens this object has revoked: who remembers tokens forgets them when it grows.
  public long revocations() {
    return revocations.get();
  }

  public List<ApiToken> list() {
    return jdbi.withHandle(handle -> handle.createQuery(LIST).map((row, _) -> token(row)).list());
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    @Nullable Timestamp used = row.getTimestamp("last_used_at");
    return new ApiToken(
        row.getLong("id"),
        row.getString("user_name"),
        new ApiToken.Reach(Role.of(row.getString("role")), scope(row)),
        row.getString("label"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        used == null ? null : used.toInstant());
  }

  private static TokenScope scope(ResultSet row) throws SQLException {
    return new TokenScope(texts(row, "projects"), texts(row, "services"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    @Nullable Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
