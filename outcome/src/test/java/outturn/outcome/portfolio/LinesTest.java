package outturn.outcome.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.objective.Objective;
import outturn.evidence.xmr.Variation;
import outturn.outcome.review.ReviewState;

class LinesTest {
  private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

  private static Line line(String name, Optional<Chance> chance, Optional<Boolean> reached) {
    return new Line(
        name,
        new Line.Heading(
            name + " title",
            "ada | bob",
            "housing",
            Optional.of(name.equals("c") ? "calm" : "fewer-lost-days"),
            "Tenants have a *repair* sooner.",
            Optional.of("confirm"),
            "Described. Step confirm is open: It has no lever."),
        Optional.of(
            new Line.First(
                "waits",
                "Days of waiting",
                Optional.of(new Line.Latest(LocalDate.of(2026, 6, 1), 9, "9 days")),
                Optional.of(new Line.Aim(5, LocalDate.of(2027, 3, 31), "5 days")),
                new Trend(Variation.CONCERN, "H"),
                reached)),
        new Line.Effect(chance, reached.map(_ -> evidence("owner"))),
        Optional.empty(),
        new Line.Open(
            new ReviewState(Optional.of(LocalDate.of(2026, 9, 30)), List.of()),
            reached.isPresent() ? List.of() : List.of("a shift is not explained")),
        NOW);
  }

  private static Evidence evidence(String... signed) {
    return new Evidence(
        LocalDate.of(2026, 6, 30), "moderate", 3, "pre-registered", List.of(signed));
  }

  private static Optional<Chance> chance(double value) {
    return Optional.of(new Chance("waits", value, Optional.empty(), NOW));
  }

  private static Portfolio portfolio() {
    return new Portfolio(
        List.of(
            line("a", chance(.9), Optional.empty()),
            line("b", chance(.1), Optional.empty()),
            line("c", Optional.empty(), Optional.of(false))),
        List.of(),
        0);
  }

  private static final Objective DAYS =
      new Objective(
          "fewer-lost-days",
          "Fewer *lost* days",
          "board",
          Optional.of("2026"),
          Optional.of("a tenth fewer"));

  @Test
  void outcomesAreGroupedByTheObjectivesThatAreDefined() {
    var unserved =
        new Objective("unserved", "Unserved", "board", Optional.empty(), Optional.empty());
    var portfolio = new Portfolio(portfolio().lines(), List.of(DAYS, unserved), 0);
    var report = BoardReport.markdown(portfolio);

    assertThat(portfolio.groups())
        .extracting(group -> group.objective().map(Objective::name).orElse("none"))
        .containsExactly("fewer-lost-days", "none");
    assertThat(report)
        .contains(
            """
            ## Objective by objective

            ### Fewer \\*lost\\* days

            Of board, for 2026: a tenth fewer.
            2 outcomes: 1 will likely reach the target, 1 will likely miss it.\
            """)
        .contains("### No objective\n\n1 outcome: 1 missed it.")
        .doesNotContain("Unserved", "Outcome by outcome");
    assertThat(portfolio().groups()).isEmpty();
  }

  @Test
  void theWholeIsToldInASentence() {
    assertThat(portfolio().sentence())
        .isEqualTo(
            "3 outcomes: 1 will likely reach the target, 1 will likely miss it, 1 missed it. At 2 something is overdue.");
    assertThat(new Portfolio(List.of(), List.of(), 0).sentence())
        .isEqualTo("There is no outcome yet.");
  }

  @Test
  void theBoardReadsWhatWaitsFirstThenTheLeastLikely() {
    var text = BoardReport.markdown(portfolio());

    assertThat(text).contains("As known on 1 July 2026.");
    assertThat(text).contains("- **a title** (ada \\| bob): a shift is not explained.");
    assertThat(text)
        .contains(
            "| Tenants have a \\*repair\\* sooner. | step confirm is open | 9 days (H concern) | 5 days by March 2027 | very unlikely (10\u00a0%) | - | 30 September 2026 |");
    assertThat(text.indexOf("very unlikely")).isLessThan(text.indexOf("very likely"));
    assertThat(text)
        .contains(
            "| missed | moderate confidence (level 3 of 5), pre-registered, signed by owner only |");
  }

  @Test
  void evidenceSaysWhoSignedIt() {
    assertThat(evidence().words()).endsWith(", not signed");
    assertThat(evidence("owner", "analyst").words()).endsWith(", signed");
  }

  @Test
  void linesThatAreMadeAnewAreSaid() {
    assertThat(BoardReport.markdown(new Portfolio(List.of(), List.of(), 3)))
        .contains("3 of the lines are being made anew.");
  }
}
