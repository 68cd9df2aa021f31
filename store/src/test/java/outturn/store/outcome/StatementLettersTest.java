package outturn.store.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
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
import outturn.store.TestDatabase;
import outturn.store.audit.Audit;
import outturn.store.database.Lane;
import outturn.store.outcome.KeptEvidence.Found;
import outturn.store.outcome.Signature.Capacity;
import outturn.store.outcome.StatementLetter.Due;
import outturn.store.outcome.StatementLetter.Fate;
import outturn.store.outcome.StatementLetter.Occasion;

class StatementLettersTest {
  private static final Instant NOW = Instant.parse("2026-10-02T00:00:30Z");
  private static final LocalDate REVIEW = LocalDate.of(2026, 10, 1);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Optional<String> BOARD = Optional.of("board");

  private static TestDatabase database;
  private static Jdbi jdbi;
  private EvidenceRecords evidence;
  private StatementLetters letters;
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

  // Evidence cannot be deleted: each test has an outcome of its own.
  @BeforeEach
  void name(TestInfo test) {
    evidence = new EvidenceRecords(jdbi);
    letters = new StatementLetters(jdbi);
    outcome = test.getDisplayName();
    jdbi.useHandle(handle -> handle.execute("delete from statement_letter"));
  }

  private Found found(int seed) {
    return new Found(
        "exploratory", "h1", "{\"of\": \"%s\", \"seed\": %d}".formatted(outcome, seed));
  }

  private KeptEvidence kept(Optional<String> mail) {
    return evidence.keep(outcome, REVIEW, found(1), "server", NOW, mail);
  }

  private List<Fate> all() {
    return letters.history(outcome, 10);
  }

  @Test
  void whatIsKeptCorrectedAndSignedIsEachALetterOnce() {
    var kept = kept(BOARD);
    assertThat(kept(BOARD)).isEqualTo(kept);
    evidence.sign(kept, Capacity.OWNER, "ada", "", NOW.plusSeconds(1), BOARD);
    evidence.sign(kept, Capacity.OWNER, "eve", "", NOW.plusSeconds(1), BOARD);
    var later = NOW.plusSeconds(2);
    evidence.correct(kept, found(2), "bob", "sent again", later, BOARD);
    evidence.correct(kept, found(2), "bob", "once more", later, BOARD);

    assertThat(all())
        .extracting(each -> each.letter().occasion(), each -> each.letter().version())
        .containsExactly(
            tuple(Occasion.CORRECTED, 2), tuple(Occasion.SIGNED, 1), tuple(Occasion.KEPT, 1));
    assertThat(all())
        .extracting(each -> each.letter().by())
        .containsExactly("bob", "ada", "server");
    assertThat(all()).extracting(Fate::state).containsOnly("waiting");
  }

  @Test
  void whatNobodyIsToHearOfIsNoLetter() {
    evidence.sign(kept(Optional.empty()), Capacity.OWNER, "ada", "", NOW, Optional.empty());

    assertThat(all()).isEmpty();
    assertThat(letters.claim(NOW, LEASE)).isEmpty();
  }

  @Test
  void aLetterIsLeasedByOneAndSentOnce() {
    kept(BOARD);
    var due = letters.claim(NOW, LEASE).orElseThrow();
    assertThat(due.tries()).isEqualTo(1);
    assertThat(due.letter().at()).isEqualTo(NOW);
    assertThat(letters.claim(NOW, LEASE)).as("leased").isEmpty();

    letters.sent(due.letter(), List.of("ann@example.org", "bo@example.org"), NOW.plusSeconds(3));

    assertThat(letters.claim(NOW.plusSeconds(999), LEASE)).isEmpty();
    var fate = all().getFirst();
    assertThat(fate.state()).isEqualTo("sent");
    assertThat(fate.sent()).contains(NOW.plusSeconds(3));
    assertThat(fate.to()).containsExactly("ann@example.org", "bo@example.org");
  }

  @Test
  void aLetterOfANodeThatDiedIsTheSameForTheNext() {
    kept(BOARD);
    var first = letters.claim(NOW, Duration.ZERO).orElseThrow();

    var second = letters.claim(NOW, LEASE).orElseThrow();

    assertThat(second).isEqualTo(new Due(first.letter(), 2));
  }

  @Test
  void aLetterThatFailedIsTriedLaterAndThenGivenUp() {
    kept(BOARD);
    var letter = letters.claim(NOW, LEASE).orElseThrow().letter();
    letters.failed(letter, "nobody answers", NOW.plusSeconds(10));
    assertThat(letters.claim(NOW.plusSeconds(9), LEASE)).isEmpty();
    assertThat(all().getFirst().next()).contains(NOW.plusSeconds(10));

    assertThat(letters.claim(NOW.plusSeconds(10), LEASE)).contains(new Due(letter, 2));
    letters.givenUp(letter, "nobody answers");

    assertThat(letters.claim(NOW.plusSeconds(9_999), LEASE)).isEmpty();
    assertThat(all().getFirst().state()).isEqualTo("given-up");
    assertThat(all().getFirst().error()).contains("nobody answers");
  }

  @Test
  void whoeverAsksIsInTheAuditTrail() {
    letters.ask(kept(Optional.empty()), "board", "ada", NOW);

    assertThat(all().getFirst().letter().occasion()).isEqualTo(Occasion.ASKED);
    var act =
        jdbi.withHandle(
            handle -> new Audit(() -> NOW).before(handle, Long.MAX_VALUE, 1).getFirst().act());
    assertThat(act.who()).isEqualTo("ada");
    assertThat(act.action()).isEqualTo("outcome send");
    assertThat(act.details()).containsEntry("channel", "board");
  }
}
