package outturn.outcome.stake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.outcome.Outcome;
import outturn.definition.service.Service;
import outturn.definition.service.Service.LateCost;
import outturn.outcome.stake.Threat.Standing;

/// From late work to outcomes and what is at stake, in words.
class AtRiskTest {
  private static final Instant DUE = Instant.parse("2026-03-02T06:30:00Z");
  private static final Instant NOW = Instant.parse("2026-03-02T05:50:00Z");
  private static final LateCost COST = new LateCost("GBP", 100, 250, 600);

  private static Threat threat(double chance, String likely, String late) {
    return threat("lists-out", Standing.PREDICTED, chance, likely, late);
  }

  private static Threat threat(
      String deadline, Standing standing, double chance, String likely, String late) {
    var promised =
        new Threat.Promised(
            "housing", "repairs-daily", Optional.of("17"), LocalDate.of(2026, 3, 1), deadline);
    return new Threat(promised, DUE, chance, instant(likely), instant(late), standing, "");
  }

  private static Optional<Instant> instant(String time) {
    return time.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.parse("2026-03-02T%s:00Z".formatted(time)));
  }

  private static Service.Serves serves(String outcome, Optional<LateCost> cost) {
    return new Service.Serves(outcome, "contractors plan their day from it", cost);
  }

  private static Service.Output output(String name, String deadline, Service.Serves... serves) {
    return new Service.Output(
        name,
        "Lists are out by half past six",
        Optional.of(new Service.Kept.ByDeadline("repairs-daily", deadline)),
        Optional.empty(),
        Optional.empty(),
        List.of(serves));
  }

  private static Outcome outcome(String name) {
    return new Outcome(
        name,
        new Outcome.About("One visit", "head-of-repairs", Optional.empty()),
        new Outcome.Statement(
            "tenants", "have a repair finished on the first visit", "they lose fewer working days"),
        List.of(),
        List.of(),
        Outcome.Uncertain.nothing(),
        new Outcome.Appraisal(Optional.empty(), Optional.empty()));
  }

  private static Ends ends(Optional<Service.Tell> tell, Service.Output... outputs) {
    var service = new Service("repairs", "Repairs", Optional.empty(), List.of(outputs), tell);
    return new Ends(
        List.of(new Provided("housing", "services/repairs.yaml", service)),
        Map.of("one-visit", outcome("one-visit"), "less-waste", outcome("less-waste")),
        Map.of("repairs-daily", ZoneId.of("UTC")));
  }

  private static Ends usual() {
    return ends(
        Optional.empty(),
        output("visit-lists", "lists-out", serves("one-visit", Optional.of(COST))));
  }

  private static String text(Threat threat, Ends ends, Instant now) {
    var stakes = AtRisk.of(List.of(threat), ends, now).stakes();
    assertThat(stakes).hasSize(1);
    return stakes.getFirst().text().replace('\u00A0', ' ');
  }

  @Test
  void aPredictedLatenessIsToldWithWhomItEndangersAndWhatIsAtStake() {
    assertThat(text(threat(.12, "07:10", "07:30"), usual(), NOW))
        .isEqualTo(
            "Visit lists: expected at 07:10, 40 minutes after the promise (06:30); chance of keeping"
                + " it 12 %. It endangers the outcome “tenants have a repair finished on the first"
                + " visit, so that they lose fewer working days”, because contractors plan their day"
                + " from it. At stake: GBP 67 to 400 for the 40 minutes, likely 167; GBP 100 to 600 if"
                + " it takes until 07:30, and one in ten takes longer (source: services/repairs.yaml,"
                + " perHourLate).");
  }

  @Test
  void whatMayStillBeInTimeCountsByItsChance() {
    var stake = AtRisk.of(List.of(threat(.7, "06:10", "07:30")), usual(), NOW).stakes().getFirst();
    // The chance of not being done falls from 30 % to 10 % within the hour: 0.2 hours.
    assertThat(Lateness.hours(stake.lateness().expected())).isCloseTo(.2, within(1e-3));
    assertThat(stake.loss().orElseThrow().expected().likely()).isCloseTo(50, within(.1));
    assertThat(stake.text())
        .contains("expected at 06:10, 20 minutes before the promise (06:30)")
        .contains("At stake, counted by the chance of being late: GBP 20 to 120, likely 50");
  }

  @Test
  void whatIsLateAndNotDoneCountsWhatHasPassedAndWhatIsToCome() {
    var now = DUE.plusSeconds(3600);
    var stake =
        AtRisk.of(List.of(threat("lists-out", Standing.LATE, 0, "08:30", "09:30")), usual(), now)
            .stakes()
            .getFirst();
    // An hour for sure, 0.75 of the next, 0.3 of the one after.
    assertThat(Lateness.hours(stake.lateness().expected())).isCloseTo(2.05, within(1e-3));
    assertThat(stake.text())
        .contains("promised for 06:30 and not done, 1 hour after that; expected at 08:30.")
        .contains("At stake: GBP 200 to 1,200 for the 2 hours, likely 500; GBP 300 to 1,800 if");
  }

  @Test
  void ofWhatNobodyForeseesTheTimeThatHasPassedCounts() {
    assertThat(
            text(threat("lists-out", Standing.LATE, 0, "", ""), usual(), DUE.plusSeconds(40 * 60)))
        .contains(
            "promised for 06:30 and not done, 40 minutes after that; when it comes is not known.")
        .contains(
            "At stake so far: GBP 67 to 400, likely 167 for the 40 minutes; each further hour adds"
                + " GBP 100 to 600, likely 250");
    assertThat(text(threat(0, "", ""), usual(), NOW))
        .contains(
            "promised for 06:30, and when it comes is not known; chance of keeping it less than 1 %")
        .contains("At stake: GBP 100 to 600, likely 250 for each hour late");
  }

  @Test
  void whatWasDoneLateIsToldWithWhatItCountsFor() {
    assertThat(
            text(
                threat("lists-out", Standing.DONE_LATE, 0, "07:10", "07:10"),
                usual(),
                DUE.plusSeconds(7200)))
        .contains("done at 07:10, 40 minutes after the promise (06:30).")
        .contains("The 40 minutes count for GBP 67 to 400, likely 167 (source");
  }

  @Test
  void withoutAFigureThereIsNoMoneyAndTheWordsSaySo() {
    var ends =
        ends(
            Optional.empty(),
            output("visit-lists", "lists-out", serves("one-visit", Optional.empty())));
    var atRisk = AtRisk.of(List.of(threat(.12, "07:10", "07:30")), ends, NOW);
    assertThat(atRisk.stakes().getFirst().loss()).isEmpty();
    assertThat(atRisk.stakes().getFirst().text())
        .endsWith(
            "Nobody has put a figure on an hour of lateness (perHourLate under serves,"
                + " services/repairs.yaml).")
        .doesNotContain("GBP");
    assertThat(atRisk.sentence())
        .isEqualTo(
            "1 promise of a service is at risk. Nobody has put a figure on what lateness costs.");
  }

  @Test
  void anOutputThatServesNothingIsToldAllTheSame() {
    var ends = ends(Optional.empty(), output("visit-lists", "lists-out"));
    assertThat(text(threat(.12, "07:10", ""), ends, NOW))
        .endsWith("Nobody has said which outcome it serves.");
  }

  @Test
  void thereIsALineForEachOutputAndOutcomeAndCurrenciesAreNeverAdded() {
    var euros = new LateCost("EUR", 1_000, 1_000, 1_000);
    var ends =
        ends(
            Optional.empty(),
            output(
                "visit-lists",
                "lists-out",
                serves("one-visit", Optional.of(COST)),
                serves("less-waste", Optional.of(euros))),
            output(
                "plans",
                "lists-out",
                serves("one-visit", Optional.of(new LateCost("GBP", 1, 2, 3)))),
            output("others", "another", serves("one-visit", Optional.of(COST))));
    var atRisk = AtRisk.of(List.of(threat(.12, "07:30", "07:30")), ends, NOW);
    assertThat(atRisk.stakes())
        .extracting(each -> each.output().name() + " " + each.loss().orElseThrow().currency())
        .containsExactly("visit-lists EUR", "visit-lists GBP", "plans GBP");
    assertThat(atRisk.expected()).containsOnlyKeys("EUR", "GBP");
    assertThat(atRisk.sentence())
        .contains("2 promises of services are at risk.", "EUR", " and GBP ");
    assertThat(atRisk.of("less-waste")).hasSize(1);
  }

  @Test
  void aDeadlineThatIsAsGoodAsKeptIsNotAtRisk() {
    var atRisk = AtRisk.of(List.of(threat(.9, "06:00", "06:20")), usual(), NOW);
    assertThat(atRisk.stakes()).isEmpty();
    assertThat(atRisk.sentence())
        .isEqualTo(
            "Nothing is at risk: of the one output that is judged by a deadline and serves an outcome,"
                + " none is late or in doubt.");
  }

  @Test
  void timesOfOtherDaysHaveTheirDates() {
    assertThat(text(threat(.12, "07:10", ""), usual(), NOW.minusSeconds(86_400)))
        .contains(
            "expected at 07:10 on 2 Mar 2026, 40 minutes after the promise (06:30 on 2 Mar 2026)");
  }

  @Test
  void theBusinessHearsOfWhatIsMoreLikelyLateThanNotAndWorthIt() {
    var tell = new Service.Tell("board", Optional.of(new Service.Amount("GBP", 150)));
    var ends =
        ends(
            Optional.of(tell),
            output("visit-lists", "lists-out", serves("one-visit", Optional.of(COST))));
    assertThat(told(threat(.49, "07:10", ""), ends)).hasSize(1);
    assertThat(told(threat(.5, "07:10", ""), ends)).isEmpty();
    assertThat(told(threat(.1, "07:05", ""), ends)).isEmpty();
    assertThat(told(threat("lists-out", Standing.LATE, 0, "07:10", ""), ends)).hasSize(1);
    assertThat(told(threat("lists-out", Standing.DONE_LATE, 0, "09:10", ""), ends)).isEmpty();
    assertThat(told(threat(.1, "09:10", ""), usual())).isEmpty();
  }

  private static List<Stake> told(Threat threat, Ends ends) {
    return Telling.of(AtRisk.of(List.of(threat), ends, NOW));
  }
}
