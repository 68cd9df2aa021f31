package outturn.store.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;

/// Users who sign in by an identity provider, which says what role they have.
public final class ProviderUsers {
  /// Who the audit trail says makes and changes these users.
  public static final String SINGLE_SIGN_ON = "single sign-on";

  private static final int LONGEST_TITLE = 200;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  // Longer than a browser keeps what it begins a sign-in with, and than an ID token is good for.
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private static final String USE =
      "insert into used_sign_in (hash, used_at) values (:hash, :now) on conflict do nothing";

  private static final String FIND =
      """
      select u.name, u.title, u.role from provider_user p join users u on u.name = p.user_name
      where p.issuer = :issuer and p.subject = :subject for update of u
      """;

  private static final String ADD =
      """
      insert into users (name, title, role, created_at) values (:name, :title, :role, :now) on conflict do nothing
      """;

  private static final String BIND =
      """
      insert into provider_user (issuer, subject, user_name, created_at) values (:issuer, :subject, :name, :now)
      """;

  private static final String CHANGE =
      "update users set title = :title, role = :role where name = :name";

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Sessions sessions;
  private final Audit audit;

  ProviderUsers(Jdbi jdbi, InstantSource clock, Sessions sessions) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.sessions = sessions;
    this.audit = new Audit(clock);
  }

  /// Somebody whom an identity provider vouches for.
  ///
  /// @param subject what the provider calls him for ever
  /// @param name that he has here from the first sign-in on
  /// @param title the name that people see
  public record Person(String issuer, String subject, String name, String title) {
    /// @throws IllegalArgumentException when the name is none that a user can have
    public Person {
      name = name.strip().toLowerCase(Locale.ROOT);
      User.checkName(name);
      var line = CONTROL.matcher(title).replaceAll(" ").strip();
      var cut = line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE) : line;
      title = cut.isEmpty() ? name : cut;
    }
  }

  /// What came of a sign-in.
  public sealed interface Entry {
    /// @param session the value of its cookie
    record Opened(String session) implements Entry {}

    /// A user of this name signs in by other means, or is somebody else.
    record NameTaken() implements Entry {}

    /// This sign-in was made before.
    record Used() implements Entry {}
  }

  private record Known(String name, String title, Role role) {}

  /// Opens a session, makes the user at his first sign-in, and gives him his title and role anew.
  /// With another role than before his other sessions end.
  ///
  /// @param once what makes this sign-in different from all others
  public Entry enter(Person who, Role role, String once, Visit visit) {
    return jdbi.inTransaction(handle -> {
      if (!use(handle, once)) return new Entry.Used();
      var name = present(handle, who, role);
      if (name.isEmpty()) return new Entry.NameTaken();
      return new Entry.Opened(sessions.open(handle, name.get(), visit, false).orElseThrow());
    });
  }

  private boolean use(Handle handle, String once) {
    return handle
            .createUpdate(USE)
            .bind("hash", Credential.hash(once))
            .bind("now", clock.instant())
            .execute()
        == 1;
  }

  /// The user's name here; nothing if somebody else has it.
  private Optional<String> present(Handle handle, Person who, Role role) {
    var known = find(handle, who);
    if (known.isEmpty() && add(handle, who, role)) return Optional.of(who.name());
    // A first sign-in in another browser may have been faster.
    var user = known.or(() -> find(handle, who));
    user.ifPresent(before -> follow(handle, before, who.title(), role));
    return user.map(Known::name);
  }

  private static Optional<Known> find(Handle handle, Person who) {
    return handle
        .createQuery(FIND)
        .bind("issuer", who.issuer())
        .bind("subject", who.subject())
        .map((row, _) -> known(row))
        .findOne();
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(row.getString("name"), row.getString("title"), Role.of(row.getString("role")));
  }

  private boolean add(Handle handle, Person who, Role role) {
    int added =
        handle
            .createUpdate(ADD)
            .bind("name", who.name())
            .bind("title", who.title())
            .bind("role", role.word())
            .bind("now", clock.instant())
            .execute();
    if (added == 0) return false;
    handle
        .createUpdate(BIND)
        .bind("issuer", who.issuer())
        .bind("subject", who.subject())
        .bind("name", who.name())
        .bind("now", clock.instant())
        .execute();
    var details = Map.<String, Object>of("role", role.word(), "issuer", who.issuer());
    audit.record(handle, new Act(SINGLE_SIGN_ON, "user add", who.name(), details));
    return true;
  }

  private void follow(Handle handle, Known before, String title, Role role) {
    if (before.role() == role && before.title().equals(title)) return;
    handle
        .createUpdate(CHANGE)
        .bind("name", before.name())
        .bind("title", title)
        .bind("role", role.word())
        .execute();
    if (before.role() == role) return;
    int ended = Sessions.endAllOf(handle, before.name());
    var details =
        Map.<String, Object>of(
            "role", role.word(), "before", before.role().word(), "sessionsEnded", ended);
    audit.record(handle, new Act(SINGLE_SIGN_ON, "user role", before.name(), details));
  }

  /// Takes from somebody who may not come in any more what he has here: his sessions end, and his
  /// tokens let him look only.
  public void shutOut(Person who) {
    jdbi.useTransaction(handle ->
        find(handle, who)
            .ifPresent(known -> {
              Sessions.endAllOf(handle, known.name());
              follow(handle, known, known.title(), Role.VIEWER);
            }));
  }

  /// Forgets what is too old to be tried again.
  void sweep() {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("delete from used_sign_in where used_at <= :before")
            .bind("before", clock.instant().minus(REMEMBERED))
            .execute());
  }
}
