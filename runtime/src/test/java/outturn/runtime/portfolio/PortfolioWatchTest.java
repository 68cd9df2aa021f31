package outturn.runtime.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.outcome.portfolio.Evidence;
import outturn.outcome.portfolio.Line;
import outturn.runtime.AppliedProject;
import outturn.runtime.measure.Given;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.KeptEvidence.Found;
import outturn.store.outcome.Signature.Capacity;
import outturn.store.steering.PeriodForecasts;
import outturn.store.steering.Review.Decision;
import outturn.store.steering.Review.Held;

class PortfolioWatchTest {
  private static final String PROJECT =
      """
      {kind: project, name: library}
      ---
      {kind: measure, name: waits, title: days of waiting, type: mean, unit: days, better: lower, cadence: monthly}
      ---
      kind: outcome
      name: shorter-waits
      title: readers wait less
      owner: desk
      statement: {who: readers, what: wait for a book fewer days, soThat: they come again}
      measures: [{measure: waits, baseline: {from: 2024-01-01, to: 2024-12-31}, target: {value: 5, by: 2027-12-31}}]
      levers:
        - {name: course, element: people, owner: ada, planned: 2025-03-01, moves: waits, effect: {worst: 0, likely: -3, best: -6}, because: trial}
        - {name: script, element: process, owner: ada, planned: 2025-03-01, moves: waits, effect: {worst: 0, likely: -3, best: -6}, because: trial}
        - {name: shelf, element: technology, owner: bob, planned: 2025-03-01, moves: waits, effect: {worst: 0, likely: -3, best: -6}, because: trial}
      """;

  private AppliedProject server;

  @BeforeEach
  void apply() {
    server = new AppliedProject(Instant.parse("2025-06-10T00:00:00Z"));
    server.apply(0, Map.of("outturn.yaml", PROJECT));
    observe(LocalDate.of(2024, 1, 1), 17);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void observe(LocalDate first, int months) {
    var given =
        IntStream.range(0, months)
            .mapToObj(month ->
                new Given(
                    first.plusMonths(month),
                    "",
                    OptionalDouble.of(10 + month % 2 * 2),
                    OptionalDouble.empty(),
                    OptionalDouble.empty()))
            .toList();
    server.measures.observe("waits", given, "ada");
    server.clock.pass(Duration.ofSeconds(1));
  }

  private Line line() {
    return server.portfolio.now().lines().getFirst();
  }

  @Test
  void aLineIsMadeBesideTheRequestsAndForecastOncePerPeriod() {
    assertThat(server.portfolio.now().behind()).isEqualTo(1);
    server.portfolio.step();

    var line = line();
    assertThat(server.portfolio.now().behind()).isZero();
    assertThat(line.first().orElseThrow().latest().orElseThrow().text()).isEqualTo("10 days");
    assertThat(line.open().reviews().overdue()).containsExactly(LocalDate.of(2025, 6, 1));
    assertThat(line.open().overdue()).contains("the review of 1 June 2025 was not held");
    var chance = line.chance().orElseThrow();
    assertThat(chance.value()).isBetween(0.0, 1.0);
    assertThat(chance.observedTo()).contains(LocalDate.of(2025, 5, 1));

    server.clock.pass(Duration.ofHours(1));
    server.portfolio.step();
    assertThat(line()).isSameAs(line);
    var kept = new PeriodForecasts(server.jdbi);
    assertThat(kept.history("shorter-waits", "waits")).hasSize(1);

    server.clock.pass(Duration.ofDays(30));
    observe(LocalDate.of(2025, 6, 1), 1);
    server.portfolio.step();
    assertThat(kept.history("shorter-waits", "waits")).hasSize(2);
    assertThat(line().chance().orElseThrow().observedTo()).contains(LocalDate.of(2025, 6, 1));
  }

  @Test
  void aReviewIsSeenAtTheNextLook() {
    server.portfolio.step();
    var held = new Held(LocalDate.of(2025, 6, 9), Decision.CONTINUE, "on course", List.of());
    assertThat(server.reviews.hold("shorter-waits", held, "ada"))
        .isInstanceOf(OutcomeReviews.Answer.Done.class);
    server.portfolio.step();

    assertThat(line().open().reviews().overdue()).isEmpty();
    assertThat(line().open().reviews().next()).contains(LocalDate.of(2025, 9, 1));
  }

  @Test
  void evidenceAndItsSignaturesAreSeenAtTheNextLook() {
    server.portfolio.step();
    assertThat(line().evidence()).isEmpty();

    var records = new EvidenceRecords(server.jdbi);
    var body =
        """
        {"measures": [{"finding": null}, {"finding": {"grade": {"level": 2, "confidence": "moderate"}}}]}\
        """;
    var found = new Found("exploratory", "0123", body);
    var day = LocalDate.of(2025, 6, 1);
    var kept =
        records.keep(
            "shorter-waits", day, found, "server", server.clock.instant(), Optional.empty());
    server.portfolio.step();
    assertThat(line().evidence())
        .contains(new Evidence(day, "moderate", 2, "exploratory", List.of()));

    records.sign(kept, Capacity.OWNER, "ada", "", server.clock.instant(), Optional.empty());
    server.portfolio.step();
    assertThat(line().evidence().orElseThrow().words())
        .isEqualTo("moderate confidence (level 2 of 5), exploratory, signed by owner only");
  }

  @Test
  void aReviewSaysWhyAndWasHeld() {
    var silent = new Held(LocalDate.of(2025, 6, 9), Decision.STOP, " ", List.of());
    assertThat(server.reviews.hold("shorter-waits", silent, "ada"))
        .isInstanceOf(OutcomeReviews.Answer.Refused.class);
    var future = new Held(LocalDate.of(2025, 6, 20), Decision.STOP, "no", List.of());
    assertThat(server.reviews.hold("shorter-waits", future, "ada"))
        .isEqualTo(new OutcomeReviews.Answer.Refused("a review of 2025-06-20 was not held yet"));
    assertThat(server.reviews.hold("none", future, "ada"))
        .isEqualTo(new OutcomeReviews.Answer.NoSuchOutcome());
  }
}
