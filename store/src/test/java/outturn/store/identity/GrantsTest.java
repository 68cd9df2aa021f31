package outturn.store.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.store.SettableClock;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.identity.Grant.Holder;

class GrantsTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Jdbi JDBI = DATABASE.database().jdbi(Lane.API);
  private static final Scope HOUSING = new Scope.OfProject("housing");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final Users users = new Users(JDBI, clock);
  private final Grants grants = new Grants(JDBI, clock);
  private final Logins logins = new Logins(JDBI, clock);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private Principal principal(String user) {
    return users.principal(user).orElseThrow();
  }

  @Test
  void theGreatestRoleThatAppliesCounts() {
    users.add("ada", "Ada", Role.OPERATOR, "test");
    var ada = new Holder.OfUser("ada");
    grants.give(ada, new Right(Role.EDITOR, HOUSING), "test");
    grants.give(ada, new Right(Role.OWNER, new Scope.OfService("repairs")), "test");

    assertThat(principal("ada").in("housing", Set.of())).isEqualTo(Role.EDITOR);
    assertThat(principal("ada").in("housing", Set.of("repairs"))).isEqualTo(Role.OWNER);
    assertThat(principal("ada").in("roads", Set.of("lights"))).isEqualTo(Role.OPERATOR);
    assertThat(principal("ada").everywhere()).isEqualTo(Role.OPERATOR);
    assertThat(principal("ada").anywhere()).isEqualTo(Role.OWNER);
    grants.give(ada, new Right(Role.ADMIN, new Scope.Everything()), "test");
    assertThat(principal("ada").everywhere()).isEqualTo(Role.ADMIN);
    assertThat(principal("ada").atMost(Role.VIEWER).anywhere()).isEqualTo(Role.VIEWER);
  }

  @Test
  void aSecondRoleAtAPlaceTakesThePlaceOfTheFirstAndIsTakenAwayOnce() {
    users.add("bob", "Bob", Role.VIEWER, "test");
    var bob = new Holder.OfUser("bob");
    assertThat(grants.give(bob, new Right(Role.OWNER, HOUSING), "test")).isTrue();
    assertThat(grants.give(bob, new Right(Role.OPERATOR, HOUSING), "test")).isTrue();
    assertThat(principal("bob").rights()).containsExactly(new Right(Role.OPERATOR, HOUSING));
    assertThat(grants.list()).filteredOn(grant -> grant.holder().equals(bob)).hasSize(1);
    assertThat(grants.revoke(bob, new Scope.OfProject("roads"), "test")).isFalse();
    assertThat(grants.revoke(bob, HOUSING, "test")).isTrue();
    assertThat(grants.revoke(bob, HOUSING, "test")).isFalse();
    assertThat(grants.give(new Holder.OfUser("nobody"), new Right(Role.OWNER, HOUSING), "test"))
        .isFalse();
  }

  @Test
  void aGroupsRightIsThatOfItsMembers() {
    users.add("cat", "Cat", Role.VIEWER, "test");
    grants.give(new Holder.OfGroup("repairs"), new Right(Role.OPERATOR, HOUSING), "test");
    assertThat(principal("cat").anywhere()).isEqualTo(Role.VIEWER);
    assertThat(grants.join("cat", "repairs", "test")).isTrue();
    assertThat(grants.join("nobody", "repairs", "test")).isFalse();
    assertThat(grants.groups()).containsEntry("repairs", List.of("cat"));
    assertThat(principal("cat").in("housing", Set.of())).isEqualTo(Role.OPERATOR);
    assertThat(grants.leave("cat", "repairs", "test")).isTrue();
    assertThat(grants.leave("cat", "repairs", "test")).isFalse();
    assertThat(principal("cat").anywhere()).isEqualTo(Role.VIEWER);
  }

  @Test
  void aSessionEndsWithTheRightsThatItWasOpenedWith() {
    users.add("dan", "Dan", Role.VIEWER, "test");
    var code = logins.code("dan").orElseThrow();
    var cookie = logins.redeem(code, Visit.byLink("::1", "x")).orElseThrow();
    grants.give(new Holder.OfUser("dan"), new Right(Role.OPERATOR, HOUSING), "test");
    assertThat(logins.sessions().verify(cookie)).isEmpty();
  }
}
