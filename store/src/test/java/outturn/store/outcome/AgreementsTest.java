package outturn.store.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import outturn.store.TestDatabase;
import outturn.store.audit.Audit;
import outturn.store.database.Lane;

class AgreementsTest {
  private static final Instant NOW = Instant.parse("2026-07-06T08:00:00.123456789Z");
  private static final Agreement.Terms FIRST = new Agreement.Terms("from 9 to 4 days", "h1");
  private static final Agreement.Terms SECOND = new Agreement.Terms("from 9 to 5 days", "h2");

  private static TestDatabase database;
  private static Jdbi jdbi;
  private Agreements agreements;
  private String outcome = "";

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  // Nothing can be deleted: each test has an outcome of its own.
  @BeforeEach
  void name(TestInfo test) {
    agreements = new Agreements(jdbi);
    outcome = test.getDisplayName();
  }

  @Test
  void whatWasAgreedToIsRead() {
    var agreed = agreements.agree(outcome, FIRST, "ada", "as we said", NOW);

    assertThat(agreements.history(outcome)).containsExactly(agreed);
    assertThat(agreed)
        .isEqualTo(
            new Agreement(
                outcome,
                1,
                FIRST,
                "ada",
                Instant.parse("2026-07-06T08:00:00.123456Z"),
                "as we said"));
  }

  @Test
  void othersMayAgreeTooAndSoMayTheSameToOtherTerms() {
    var ada = agreements.agree(outcome, FIRST, "ada", "", NOW);
    var eve = agreements.agree(outcome, FIRST, "eve", "", NOW);
    assertThat(agreements.agree(outcome, FIRST, "ada", "again", NOW)).isEqualTo(ada);
    var moved = agreements.agree(outcome, SECOND, "ada", "", NOW);
    var back = agreements.agree(outcome, FIRST, "ada", "", NOW);

    assertThat(agreements.history(outcome)).containsExactly(back, moved, eve, ada);
    assertThat(back.version()).isEqualTo(4);
  }

  @Test
  void agreeingAtOnceAgreesOnce() {
    var all =
        IntStream.range(0, 4)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(
                    () -> agreements.agree(outcome, FIRST, "ada", "", NOW)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .distinct();

    assertThat(all).hasSize(1);
  }

  @Test
  void theActIsInTheAuditTrail() {
    agreements.agree(outcome, FIRST, "ada", "as we said", NOW);
    agreements.agree(outcome, FIRST, "ada", "as we said", NOW);

    var acts =
        jdbi.withHandle(handle -> new Audit(() -> NOW).before(handle, Long.MAX_VALUE, 500)).stream()
            .map(entry -> entry.act())
            .filter(act -> act.subject().equals(outcome))
            .toList();
    assertThat(acts).hasSize(1);
    assertThat(acts.getFirst().who()).isEqualTo("ada");
    assertThat(acts.getFirst().action()).isEqualTo("outcome agree");
    assertThat(acts.getFirst().details())
        .containsEntry("agreement", 1)
        .containsEntry("hash", "h1")
        .containsEntry("why", "as we said");
  }

  @Test
  void theDatabaseRefusesChanges() {
    agreements.agree(outcome, FIRST, "ada", "", NOW);
    for (var change :
        List.of("update agreement set who = 'x'", "delete from agreement", "truncate agreement")) {
      assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
          .hasMessageContaining("append-only");
    }
  }
}
