package outturn.store.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;

/// Everybody who may sign in.
public final class Users {
  private static final String ADD =
      """
      insert into users (name, title, role, created_at) values (:name, :title, :role, :created)
      on conflict do nothing
      """;

  // As people see them: of tokens and sessions only that there is one.
  private static final String WAYS =
      """
      select u.name, array_remove(array[
        (select case when must_change then 'given password' else 'password' end
         from user_password p where p.user_name = u.name),
        (select 'single sign-on' from provider_user p where p.user_name = u.name),
        (select 'token' from api_token t where t.user_name = u.name and t.expires_at > :now limit 1),
        (select 'session' from browser_session s
         where s.user_name = u.name and s.expires_at > :now and s.last_used_at > :idleSince limit 1)
      ], null) as ways
      from users u
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Audit audit;

  public Users(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  /// The new user, or nothing if the name is taken; `by` is who adds.
  public Optional<User> add(String name, String title, Role role, String by) {
    var user = new User(name, title, role, clock.instant());
    return jdbi.inTransaction(handle -> {
      var added =
          handle
              .createUpdate(ADD)
              .bind("name", user.name())
              .bind("title", user.title())
              .bind("role", user.role().word())
              .bind("created", user.created())
              .execute();
      if (added == 0) {
        return Optional.empty();
      }
      audit.record(handle, new Act(by, "user add", name, Map.of("role", role.word())));
      return Optional.of(user);
    });
  }

  /// By name.
  public List<User> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select name, title, role, created_at from users order by name")
            .map((row, _) -> user(row))
            .list());
  }

  public Optional<User> find(String name) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select name, title, role, created_at from users where name = :name")
            .bind("name", name)
            .map((row, _) -> user(row))
            .findOne());
  }

  /// What this user may do at most.
  public Optional<Principal> principal(String name) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select u.name, u.role, %s from users u where u.name = :name"
                    .formatted(Grants.OF_USER))
            .bind("name", name)
            .map((row, _) -> Grants.principal(row))
            .findOne());
  }

  /// By which ways each comes in, by name; who has none is shut out.
  public Map<String, List<String>> ways() {
    var now = clock.instant();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(WAYS)
            .bind("now", now)
            .bind("idleSince", now.minus(Sessions.IDLE))
            .map((row, _) ->
                Map.entry(
                    row.getString("name"), List.of((String[]) row.getArray("ways").getArray())))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getString("name"),
        row.getString("title"),
        Role.of(row.getString("role")),
        row.getTimestamp("created_at").toInstant());
  }
}
