package outturn.store.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.store.SettableClock;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.identity.ProviderUsers.Entry;
import outturn.store.identity.ProviderUsers.Person;

class ProviderUsersTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Jdbi JDBI = DATABASE.database().jdbi(Lane.API);
  private static final Visit HERE = new Visit("single sign-on", "192.0.2.7", "a browser");
  private static final String ISSUER = "https://id.example.org";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final Users users = new Users(JDBI, clock);
  private final Logins logins = new Logins(JDBI, clock);
  private final ProviderUsers provider = logins.providerUsers();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static Person person(String subject, String name) {
    return new Person(ISSUER, subject, name, name.toUpperCase(Locale.ROOT));
  }

  private Entry enter(Person who, Role role, String once) {
    return provider.enter(who, role, once, HERE);
  }

  @Test
  void manyFirstSignInsAtOnceMakeOneUser() throws Exception {
    var tries = new ArrayList<Callable<Entry>>();
    for (int i = 0; i < 8; i++) {
      var once = "at once " + i;
      tries.add(() -> enter(person("s-ada", "ada"), Role.EDITOR, once));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var entered : threads.invokeAll(tries)) {
        assertThat(entered.get()).isInstanceOf(Entry.Opened.class);
      }
    }
    assertThat(users.find("ada").orElseThrow().title()).isEqualTo("ADA");
    assertThat(logins.sessions().of("ada")).hasSize(8);
  }

  @Test
  void whatWasGoodOnceIsForgottenAfterAWeekAndNotBefore() {
    assertThat(enter(person("s-bob", "bob"), Role.VIEWER, "once")).isInstanceOf(Entry.Opened.class);
    clock.pass(Duration.ofDays(6));
    logins.sweep();
    assertThat(enter(person("s-bob", "bob"), Role.VIEWER, "once")).isEqualTo(new Entry.Used());
    clock.pass(Duration.ofDays(2));
    logins.sweep();
    assertThat(enter(person("s-bob", "bob"), Role.VIEWER, "once")).isInstanceOf(Entry.Opened.class);
  }

  @Test
  void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
    enter(person("s-cat", "cat"), Role.VIEWER, "cat");
    var other = new Person("https://evil.example", "s-cat", "cat", "Cat");
    assertThat(enter(other, Role.ADMIN, "evil")).isEqualTo(new Entry.NameTaken());
    provider.shutOut(other);
    assertThat(logins.sessions().of("cat")).hasSize(1);
  }

  @Test
  void aPersonHasANameAndATitleOfOneLine() {
    assertThat(new Person(ISSUER, "1", " Dot@Example.ORG ", "Dot\r\nX").name())
        .isEqualTo("dot@example.org");
    assertThat(new Person(ISSUER, "1", "dot", "\u0000 ").title()).isEqualTo("dot");
    assertThat(new Person(ISSUER, "1", "dot", "x".repeat(1_000)).title()).hasSize(200);
    assertThatThrownBy(() -> new Person(ISSUER, "1", "../dot", "Dot"))
        .hasMessageContaining("not a user name");
  }
}
