package outturn.store.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.store.SettableClock;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;

class PasswordsTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Jdbi JDBI = DATABASE.database().jdbi(Lane.API);
  private static final Visit HERE = new Visit("password", "192.0.2.7", "a browser");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final Users users = new Users(JDBI, clock);
  private final Passwords passwords = new Passwords(JDBI, clock);
  private final Sessions sessions = new Logins(JDBI, clock).sessions();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private String open(String user) {
    return sessions.open(user, HERE, passwords.find(user)).orElseThrow();
  }

  @Test
  void theFirstPasswordIsSetOnceAndAnotherInItsPlace() {
    users.add("ada", "Ada", Role.EDITOR, "test");
    assertThat(passwords.find("ada")).isEmpty();

    assertThat(passwords.setFirst("ada", StoredPassword.given("one"), "test")).isTrue();
    assertThat(passwords.setFirst("ada", StoredPassword.given("two"), "test")).isFalse();
    assertThat(passwords.find("ada")).contains(new StoredPassword("one", true));
    assertThat(passwords.set("ada", StoredPassword.chosen("three"), "ada")).isTrue();
    assertThat(passwords.find("ada")).contains(new StoredPassword("three", false));
    assertThat(passwords.set("nobody", StoredPassword.chosen("x"), "ada")).isFalse();
  }

  @Test
  void aNewPasswordEndsAllSessionsOfItsUserAndOfNobodyElse() {
    users.add("bob", "Bob", Role.VIEWER, "test");
    users.add("cat", "Cat", Role.VIEWER, "test");
    var old = open("bob");
    var others = open("cat");

    passwords.set("bob", StoredPassword.chosen("new"), "bob");

    assertThat(sessions.verify(old)).isEmpty();
    assertThat(sessions.verify(others)).isPresent();
  }

  @Test
  void aSessionKnowsThatItsPasswordMustBeChanged() {
    users.add("dan", "Dan", Role.VIEWER, "test");
    passwords.setFirst("dan", StoredPassword.given("one"), "test");
    assertThat(sessions.verify(open("dan")).orElseThrow().mustChange()).isTrue();
    passwords.set("dan", StoredPassword.chosen("two"), "dan");
    assertThat(sessions.verify(open("dan")).orElseThrow().mustChange()).isFalse();
    assertThat(sessions.open("nobody", HERE, Optional.empty())).isEmpty();
  }

  @Test
  void aRehashIsLostWhenThePasswordWasChangedMeanwhile() {
    users.add("eva", "Eva", Role.VIEWER, "test");
    passwords.set("eva", StoredPassword.chosen("old"), "eva");
    var seen = passwords.find("eva").orElseThrow();
    passwords.set("eva", StoredPassword.chosen("new"), "eva");
    passwords.rehash("eva", seen, "old, dearer");
    assertThat(passwords.find("eva")).contains(StoredPassword.chosen("new"));
  }

  @Test
  void sessionsAreListedAndEndedByTheirOwnerOrAnybodyNamed() {
    users.add("fay", "Fay", Role.VIEWER, "test");
    users.add("gus", "Gus", Role.VIEWER, "test");
    var cookie = open("fay");
    var mine = sessions.of("fay").getFirst();
    assertThat(mine.visit()).isEqualTo(HERE);
    assertThat(sessions.all()).contains(mine);

    assertThat(sessions.end(mine.id(), "gus", "gus")).isFalse();
    assertThat(sessions.verify(cookie)).isPresent();
    assertThat(sessions.end(mine.id(), "fay", "fay")).isTrue();
    assertThat(sessions.verify(cookie)).isEmpty();

    open("fay");
    open("fay");
    assertThat(sessions.endAll("fay", "admin")).isEqualTo(2);
    open("fay");
    clock.pass(Duration.ofHours(13));
    assertThat(sessions.of("fay")).isEmpty();
  }

  @Test
  void whatABrowserSaysOfItselfIsCutToALine() {
    var visit = Visit.byLink("::1", "a\r\nSet-Cookie: b" + "x".repeat(500));
    assertThat(visit.agent()).hasSize(200).doesNotContain("\r", "\n");
  }
}
