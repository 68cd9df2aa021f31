package outturn.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;

class AuditTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Jdbi JDBI = DATABASE.database().jdbi(Lane.API);
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");

  private final Audit audit = new Audit(InstantSource.fixed(NOW));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void anActIsReadAsItWasRecorded() {
    var act = new Act("ada", "run cancel", "payroll", Map.of("why", "wrong \"date\"", "run", 7));

    JDBI.useTransaction(handle -> audit.record(handle, act));

    var newest = JDBI.withHandle(h -> audit.before(h, Long.MAX_VALUE, 1)).getFirst();
    assertThat(newest.act()).isEqualTo(act);
    assertThat(newest.at()).isEqualTo(NOW);
  }

  @Test
  void aLargeNumberInTheDetailsStaysTheNumberThatItWas() {
    var act = new Act("ada", "run start", "payroll", Map.of("rate", 1e22));

    JDBI.useTransaction(handle -> audit.record(handle, act));

    assertThat(JDBI.withHandle(h -> audit.before(h, Long.MAX_VALUE, 1)).getFirst().act())
        .isEqualTo(act);
  }

  @Test
  void pagesGoBackInTime() {
    for (var subject : List.of("one", "two", "three")) {
      JDBI.useHandle(handle -> audit.record(handle, new Act("bob", "see", subject, Map.of())));
    }

    var first = JDBI.withHandle(h -> audit.before(h, Long.MAX_VALUE, 2));
    var second = JDBI.withHandle(h -> audit.before(h, first.getLast().id(), 1));

    assertThat(first).extracting(e -> e.act().subject()).containsExactly("three", "two");
    assertThat(second).extracting(e -> e.act().subject()).containsExactly("one");
  }

  @Test
  void anActOfARefusedTransactionIsNotRecorded() {
    assertThatThrownBy(() ->
            JDBI.useTransaction(handle -> {
              audit.record(handle.getConnection(), new Act("eve", "try", "undone", Map.of()));
              throw new IllegalStateException("refused");
            }))
        .hasMessage("refused");

    var all = JDBI.withHandle(h -> audit.before(h, Long.MAX_VALUE, 1000));
    assertThat(all).noneMatch(e -> e.act().subject().equals("undone"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"update audit set who = 'nobody'", "delete from audit", "truncate audit"})
  void theTrailCannotBeChanged(String change) {
    JDBI.useHandle(handle -> audit.record(handle, new Act("ada", "sign", "statement", Map.of())));

    assertThatThrownBy(() -> JDBI.useHandle(h -> h.execute(change)))
        .hasMessageContaining("append-only");
  }
}
