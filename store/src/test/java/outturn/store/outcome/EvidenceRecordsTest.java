package outturn.store.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import outturn.outcome.terms.Sha256;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.outcome.KeptEvidence.Found;
import outturn.store.outcome.Signature.Capacity;

class EvidenceRecordsTest {
  private static final Instant NOW = Instant.parse("2026-10-02T00:00:30Z");
  private static final Optional<String> NOBODY = Optional.empty();
  private static final LocalDate REVIEW = LocalDate.of(2026, 10, 1);

  private static TestDatabase database;
  private static Jdbi jdbi;
  private EvidenceRecords evidence;
  private String outcome = "";
  private Found first = found(1);
  private Found second = found(2);

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
    evidence = new EvidenceRecords(jdbi);
    outcome = test.getDisplayName();
    first = found(1);
    second = found(2);
  }

  private Found found(int seed) {
    return new Found(
        "exploratory", "h1", "{\"of\": \"%s\", \"seed\": %d}".formatted(outcome, seed));
  }

  @Test
  void theFirstReadingOfAReviewIsKeptAndReadAsItWas() {
    var kept = evidence.keep(outcome, REVIEW, first, "server", NOW, NOBODY);

    assertThat(evidence.keep(outcome, REVIEW, second, "server", NOW, NOBODY)).isEqualTo(kept);
    assertThat(evidence.history(outcome)).containsExactly(kept);
    assertThat(evidence.newest(outcome)).contains(kept);
    assertThat(evidence.reviews().get(outcome)).containsExactly(REVIEW);
    assertThat(kept.hash()).isEqualTo(Sha256.of(first.body()));
  }

  @Test
  void aCorrectionStandsBesideWhatItCorrects() {
    var kept = evidence.keep(outcome, REVIEW, first, "server", NOW, NOBODY);

    var corrected = evidence.correct(kept, second, "ada", "sent again", NOW, NOBODY);

    assertThat(evidence.correct(kept, second, "ada", "once more", NOW, NOBODY))
        .isEqualTo(corrected);
    assertThat(evidence.history(outcome)).containsExactly(corrected, kept);
    assertThat(corrected.version()).isEqualTo(2);
  }

  @Test
  void twoPeopleSignEachOnce() {
    var kept = evidence.keep(outcome, REVIEW, first, "server", NOW, NOBODY);

    assertThat(evidence.sign(kept, Capacity.ANALYST, "bob", "", NOW, NOBODY)).isPresent();
    assertThat(evidence.sign(kept, Capacity.ANALYST, "eve", "", NOW, NOBODY)).isEmpty();
    assertThat(evidence.sign(kept, Capacity.OWNER, "bob", "", NOW, NOBODY)).isEmpty();
    assertThat(evidence.sign(kept, Capacity.OWNER, "ada", "", NOW, NOBODY)).isPresent();

    assertThat(evidence.signatures(kept.hash()))
        .extracting(Signature::capacity)
        .containsExactly(Capacity.OWNER, Capacity.ANALYST);
  }

  @Test
  void theDatabaseRefusesChanges() {
    var kept = evidence.keep(outcome, REVIEW, first, "server", NOW, NOBODY);
    evidence.sign(kept, Capacity.OWNER, "ada", "", NOW, NOBODY);

    for (var change :
        List.of(
            "update evidence set body = '{}'",
            "delete from evidence",
            "truncate evidence",
            "update signature set who = 'x'",
            "delete from signature",
            "truncate signature")) {
      assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
          .hasMessageContaining("append-only");
    }
  }
}
