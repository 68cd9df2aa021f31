package outturn.store.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.identity.Grant.Holder;

/// Rights that were given to users and groups, beyond the role of a user.
public final class Grants {
  /// Those of the user `u`, his own and those of his groups; a column of texts for [#principal].
  static final String OF_USER =
      """
      array(
        select g.role || '|' || coalesce(g.project, '') || '|' || coalesce(g.service, '') from role_grant g
        where g.user_name = u.name
          or g.group_name in (select m.group_name from user_group m where m.user_name = u.name)
        order by g.id) as rights
      """;

  private static final String GIVE =
      """
      insert into role_grant (user_name, group_name, role, project, service, granted_at, granted_by)
      values (:user, :group, :role, :project, :service, :now, :by)
      on conflict (coalesce(user_name, ''), coalesce(group_name, ''), coalesce(project, ''), coalesce(service, ''))
      do update set role = excluded.role, granted_at = excluded.granted_at, granted_by = excluded.granted_by
      """;

  private static final String REVOKE =
      """
      delete from role_grant
      where user_name is not distinct from :user and group_name is not distinct from :group
        and project is not distinct from :project and service is not distinct from :service
      """;

  private static final String LIST =
      """
      select id, user_name, group_name, role, project, service, granted_at, granted_by from role_grant order by id
      """;

  private static final String JOIN =
      """
      insert into user_group (user_name, group_name) select name, :group from users where name = :user
      on conflict do nothing
      """;

  private static final String LEAVE =
      "delete from user_group where user_name = :user and group_name = :group";

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Audit audit;

  public Grants(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  /// The user of a row with `name`, `role` and [#OF_USER].
  static Principal principal(ResultSet row) throws SQLException {
    var rights = new ArrayList<Right>();
    Array given = row.getArray("rights");
    for (var text : (String[]) given.getArray()) {
      var parts = text.split("\\|", -1);
      rights.add(new Right(Role.of(parts[0]), Scope.of(parts[1], parts[2])));
    }
    return new Principal(row.getString("name"), Role.of(row.getString("role")), rights);
  }

  /// Gives it, in place of another role at the same place; whether there is such a user. All his
  /// sessions end, so that none goes on with other rights than it was opened with.
  public boolean give(Holder holder, Right right, String by) {
    return jdbi.inTransaction(handle -> {
      if (!isThere(handle, holder)) return false;
      var given = placed(holder, right.scope());
      given.put("role", right.role().word());
      given.put("now", clock.instant());
      given.put("by", by);
      handle.createUpdate(GIVE).bindMap(given).execute();
      changed(handle, holder);
      audit.record(
          handle,
          new Act(by, "grant", holder.words(), details(right.scope(), Optional.of(right.role()))));
      return true;
    });
  }

  /// Takes it away; whether there was one at this place.
  public boolean revoke(Holder holder, Scope scope, String by) {
    return jdbi.inTransaction(handle -> {
      if (handle.createUpdate(REVOKE).bindMap(placed(holder, scope)).execute() == 0) return false;
      changed(handle, holder);
      audit.record(handle, new Act(by, "revoke", holder.words(), details(scope, Optional.empty())));
      return true;
    });
  }

  private static boolean isThere(Handle handle, Holder holder) {
    return switch (holder) {
      case Holder.OfGroup _ -> true;
      case Holder.OfUser(var name) ->
          handle
              .createQuery("select 1 from users where name = :name")
              .bind("name", name)
              .mapTo(int.class)
              .findOne()
              .isPresent();
    };
  }

  private static void changed(Handle handle, Holder holder) {
    switch (holder) {
      case Holder.OfUser(var name) -> Sessions.endAllOf(handle, name);
      case Holder.OfGroup(var name) ->
          handle
              .createUpdate(
                  """
                  delete from browser_session
                  where user_name in (select user_name from user_group where group_name = :group)
                  """)
              .bind("group", name)
              .execute();
    }
  }

  private static Map<String, @Nullable Object> placed(Holder holder, Scope scope) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("user", holder instanceof Holder.OfUser ? holder.name() : null);
    values.put("group", holder instanceof Holder.OfGroup ? holder.name() : null);
    values.put("project", scope.project().orElse(null));
    values.put("service", scope.service().orElse(null));
    return values;
  }

  private static Map<String, Object> details(Scope scope, Optional<Role> role) {
    var details = new HashMap<String, Object>();
    details.put("scope", scope.words());
    role.ifPresent(given -> details.put("role", given.word()));
    return details;
  }

  /// Puts a user into a group; whether there is such a user who was not in it. His sessions end.
  public boolean join(String user, String group, String by) {
    return member(user, group, by, "group join", JOIN);
  }

  /// Takes a user out of a group; whether he was in it. His sessions end.
  public boolean leave(String user, String group, String by) {
    return member(user, group, by, "group leave", LEAVE);
  }

  private boolean member(String user, String group, String by, String action, String statement) {
    return jdbi.inTransaction(handle -> {
      int changed =
          handle.createUpdate(statement).bind("user", user).bind("group", group).execute();
      if (changed == 0) return false;
      Sessions.endAllOf(handle, user);
      audit.record(handle, new Act(by, action, user, Map.of("group", group)));
      return true;
    });
  }

  /// The members of all groups that have some.
  public Map<String, List<String>> groups() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select group_name, user_name from user_group order by group_name, user_name")
            .map((row, _) -> Map.entry(row.getString("group_name"), row.getString("user_name")))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  /// All of them, oldest first.
  public List<Grant> list() {
    return jdbi.withHandle(handle -> handle.createQuery(LIST).map((row, _) -> grant(row)).list());
  }

  private static Grant grant(ResultSet row) throws SQLException {
    var user = Optional.ofNullable(row.getString("user_name"));
    var holder =
        user.<Holder>map(Holder.OfUser::new)
            .orElseGet(() -> new Holder.OfGroup(text(row, "group_name")));
    return new Grant(
        row.getLong("id"),
        holder,
        new Right(
            Role.of(row.getString("role")), Scope.of(text(row, "project"), text(row, "service"))),
        row.getTimestamp("granted_at").toInstant(),
        row.getString("granted_by"));
  }

  private static String text(ResultSet row, String column) {
    try {
      return Optional.ofNullable(row.getString(column)).orElse("");
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
