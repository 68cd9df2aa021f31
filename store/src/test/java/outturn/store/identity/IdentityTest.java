package outturn.store.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.store.SettableClock;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.folder.PrivateFile;

class IdentityTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Jdbi JDBI = DATABASE.database().jdbi(Lane.API);

  private static final Visit HERE = Visit.byLink("127.0.0.1", "a browser");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final Users users = new Users(JDBI, clock);
  private final Tokens tokens = new Tokens(JDBI, clock);
  private final Logins logins = new Logins(JDBI, clock);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void aUserIsFoundByNameAndANameIsTakenOnce() {
    var added = users.add("ada", "Ada L.", Role.EDITOR, "admin");

    assertThat(added).contains(new User("ada", "Ada L.", Role.EDITOR, clock.instant()));
    assertThat(users.find("ada")).isEqualTo(added);
    assertThat(users.add("ada", "Another", Role.ADMIN, "admin")).isEmpty();
    assertThat(users.find("bob")).isEmpty();
    assertThat(users.list()).contains(added.orElseThrow());
  }

  @Test
  void aUserNameWithSpacesIsRefused() {
    assertThatThrownBy(() -> users.add("Ada L", "Ada", Role.VIEWER, "admin"))
        .hasMessageContaining("not a user name: 'Ada L'");
  }

  @Test
  void aTokenActsForItsUserWithTheLowerOfBothRoles() {
    users.add("olga", "Olga", Role.OPERATOR, "admin");

    var lower =
        tokens.issue("olga", Role.VIEWER, "dashboard", Duration.ofDays(1), "admin").orElseThrow();
    var higher =
        tokens.issue("olga", Role.ADMIN, "wishful", Duration.ofDays(1), "admin").orElseThrow();

    assertThat(tokens.verify(lower.text())).contains(new Principal("olga", Role.VIEWER));
    assertThat(tokens.verify(higher.text())).contains(new Principal("olga", Role.OPERATOR));
    assertThat(tokens.verify("outturn_guess")).isEmpty();
    assertThat(tokens.issue("nobody", Role.VIEWER, "x", Duration.ofDays(1), "admin")).isEmpty();
  }

  @Test
  void aTokenEndsByTimeOrByRevocation() {
    users.add("eve", "Eve", Role.VIEWER, "admin");
    var old = tokens.issue("eve", Role.VIEWER, "old", Duration.ofHours(1), "admin").orElseThrow();
    var revoked =
        tokens.issue("eve", Role.VIEWER, "gone", Duration.ofDays(9), "admin").orElseThrow();

    assertThat(tokens.revoke(revoked.id(), "admin")).isTrue();
    assertThat(tokens.revoke(revoked.id(), "admin")).isFalse();
    assertThat(tokens.verify(revoked.text())).isEmpty();
    clock.pass(Duration.ofMinutes(59));
    assertThat(tokens.verify(old.text())).isPresent();
    clock.pass(Duration.ofMinutes(1));
    assertThat(tokens.verify(old.text())).isEmpty();
  }

  @Test
  void theTextOfATokenIsNotInTheDatabaseButItsLastUseIs() {
    users.add("tom", "Tom", Role.VIEWER, "admin");
    var token =
        tokens.issue("tom", Role.VIEWER, "laptop", Duration.ofDays(1), "admin").orElseThrow();
    assertThat(stored(token).lastUsed()).isNull();

    tokens.verify(token.text());

    assertThat(stored(token).lastUsed()).isEqualTo(clock.instant());
    var row =
        JDBI.withHandle(
            h -> h.createQuery("select api_token::text from api_token").mapTo(String.class).list());
    assertThat(row).noneMatch(text -> text.contains(token.text()));
    assertThat(token).hasToString("token " + token.id());
  }

  private ApiToken stored(IssuedToken token) {
    return tokens.list().stream().filter(t -> t.id() == token.id()).findFirst().orElseThrow();
  }

  @Test
  void whoIsShutOutHasNoWayInAndOthersKeepTheirs() {
    users.add("ned", "Ned", Role.VIEWER, "admin");
    users.add("pia", "Pia", Role.VIEWER, "admin");
    var passwords = new Passwords(JDBI, clock);
    passwords.set("ned", StoredPassword.given("hash"), "admin");
    passwords.set("pia", StoredPassword.chosen("hash"), "admin");
    tokens.issue("ned", Role.VIEWER, "a program", Duration.ofDays(1), "ned");
    var session = logins.sessions().open("ned", HERE, Optional.empty()).orElseThrow();
    assertThat(users.ways().get("ned")).containsExactly("given password", "token", "session");

    assertThat(tokens.shutOut("ned", "admin")).isTrue();

    assertThat(users.ways().get("ned")).isEmpty();
    assertThat(logins.sessions().verify(session)).isEmpty();
    assertThat(users.find("ned")).isPresent();
    assertThat(users.ways().get("pia")).containsExactly("password");
    assertThat(tokens.shutOut("nobody", "admin")).isFalse();
  }

  @Test
  void aLoginCodeWorksOnceAndForTenMinutes() {
    users.add("max", "Max", Role.OWNER, "admin");
    var code = logins.code("max").orElseThrow();
    var late = logins.code("max").orElseThrow();

    var cookie = logins.redeem(code, HERE).orElseThrow();

    assertThat(logins.sessions().verify(cookie).map(VerifiedSession::principal))
        .contains(new Principal("max", Role.OWNER));
    assertThat(logins.redeem(code, HERE)).isEmpty();
    assertThat(logins.code("stranger")).isEmpty();
    clock.pass(Duration.ofMinutes(10));
    assertThat(logins.redeem(late, HERE)).isEmpty();
  }

  @Test
  void aSessionEndsWhenIdleAndAfterAWeekEvenIfUsed() {
    users.add("sue", "Sue", Role.VIEWER, "admin");
    var idle = logins.redeem(logins.code("sue").orElseThrow(), HERE).orElseThrow();
    var busy = logins.redeem(logins.code("sue").orElseThrow(), HERE).orElseThrow();

    for (var hours = 10; hours < 7 * 24; hours += 10) {
      clock.pass(Duration.ofHours(10));
      assertThat(logins.sessions().verify(busy)).isPresent();
    }

    assertThat(logins.sessions().verify(idle)).isEmpty();
    clock.pass(Duration.ofHours(8));
    assertThat(logins.sessions().verify(busy)).isEmpty();
    logins.sweep();
    var left =
        JDBI.withHandle(h ->
            h.createQuery("select count(*) from browser_session where user_name = 'sue'")
                .mapTo(int.class)
                .one());
    assertThat(left).isZero();
  }

  @Test
  void signingOutEndsTheSession() {
    users.add("kim", "Kim", Role.VIEWER, "admin");
    var cookie = logins.redeem(logins.code("kim").orElseThrow(), HERE).orElseThrow();

    logins.sessions().signOut(cookie);

    assertThat(logins.sessions().verify(cookie)).isEmpty();
  }

  @Test
  void theAdminTokenIsWrittenOnceAndAgainWhenItStopsWorking(@TempDir Path folder) throws Exception {
    var file = new PrivateFile(folder.resolve("admin-token"));
    var admin = new AdminToken(file, users, tokens);

    assertThat(admin.renew()).isTrue();
    assertThat(admin.renew()).isFalse();
    var first = file.read().orElseThrow();
    assertThat(tokens.verify(first)).contains(new Principal("admin", Role.ADMIN));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");

    clock.pass(Duration.ofDays(366));
    assertThat(admin.renew()).isTrue();
    assertThat(file.read().orElseThrow()).isNotEqualTo(first);
  }

  @Test
  void aRoleAllowsItselfAndThoseBelow() {
    assertThat(Role.EDITOR.allows(Role.EDITOR)).isTrue();
    assertThat(Role.EDITOR.allows(Role.VIEWER)).isTrue();
    assertThat(Role.EDITOR.allows(Role.OWNER)).isFalse();
    assertThatThrownBy(() -> Role.of("root")).hasMessageContaining("expected viewer, operator");
  }
}
