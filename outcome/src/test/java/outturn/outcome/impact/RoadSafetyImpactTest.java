package outturn.outcome.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Analysis;
import outturn.definition.outcome.Analysis.Design;
import outturn.definition.outcome.Outcome;
import outturn.evidence.estimate.Estimate;
import outturn.outcome.RoadSafety;
import outturn.outcome.grade.Doubt;
import outturn.outcome.grade.Level;
import outturn.outcome.position.Facts;
import outturn.outcome.position.Positions;
import outturn.outcome.register.Registration.Badge;

/// The seat belt law of 1983, from real values. `its.seatbelts_log_drivers` and
/// `structural.seatbelts_log_drivers` are topics of reference-values.csv, which other programs
/// computed from all 192 months.
class RoadSafetyImpactTest {
  private static final LocalDate REVIEW = LocalDate.of(1985, 1, 12);
  private static final LocalDate FIRST = LocalDate.of(1969, 1, 1);

  private static final ImpactFinding OF_FIVE_YEARS = finding(RoadSafety.BASELINE_FROM);
  private static final ImpactFinding OF_ALL = finding(FIRST);

  @Test
  void theFallIsToldWithItsInterval() {
    assertThat(OF_FIVE_YEARS.kind()).isEqualTo(Kind.FINAL);
    assertThat(OF_FIVE_YEARS.scope().n()).isEqualTo(new ImpactFinding.Counts(60, 23, 0, 0, 23));
    assertThat(OF_FIVE_YEARS.checks().inTime().state()).isEqualTo(Placebo.State.PASSED);
    assertThat(OF_FIVE_YEARS.verdict().grade().level()).isEqualTo(Level.OWN_PAST);
    assertThat(OF_FIVE_YEARS.verdict().grade().doubts()).containsExactly(Doubt.NOT_REGISTERED);
    assertThat(OF_FIVE_YEARS.verdict().sentence())
        .startsWith("Car drivers killed or seriously injured fell by ")
        .contains("drivers a month after the seat belt law (95\u00A0% range; best estimate ")
        .endsWith("We cannot tell from these data whether one brought the other about.");
  }

  @Test
  void leastSquaresOfAllMonthsAreThoseOfTheReference() {
    assertThat(logarithm(OF_ALL, "ols")).isCloseTo(-0.143741442, within(1e-6));
    assertThat(error(OF_ALL, "ols")).isCloseTo(0.02415128, within(1e-6));
  }

  @Test
  void aLevelThatWalksIsThatOfTheReference() {
    assertThat(logarithm(OF_ALL, "local-level")).isCloseTo(-0.235932, within(.002));
    assertThat(error(OF_ALL, "local-level")).isCloseTo(.045, within(.002));
  }

  @Test
  void theSensitivityTableShowsHowMuchTheTrendMatters() {
    assertThat(share(OF_FIVE_YEARS, "all-values-before")).isCloseTo(-.14, within(.02));
    assertThat(share(OF_FIVE_YEARS, "local-level")).isCloseTo(-.17, within(.01));
    assertThat(share(OF_ALL, "local-level")).isCloseTo(-.21, within(.01));
    assertThat(OF_FIVE_YEARS.effect().average().value() / OF_FIVE_YEARS.effect().expected())
        .isCloseTo(-.20, within(.02));
    assertThat(OF_FIVE_YEARS.checks().sensitivity())
        .extracting(Alternative::name)
        .contains("with-slope", "without-last-pre-period", "amounts", "bsts");
  }

  @Test
  void aLineThroughAllMonthsIsNotBelieved() {
    assertThat(OF_ALL.checks().inTime().state()).isEqualTo(Placebo.State.FAILED);
    assertThat(OF_ALL.verdict().sentence())
        .isEqualTo(
            "Car drivers killed or seriously injured: the method also finds effects where none happened, so we do not report a figure.");
  }

  private static Estimate row(ImpactFinding finding, String name) {
    return finding.checks().sensitivity().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .flatMap(each -> each.average().result())
        .orElseThrow();
  }

  private static double share(ImpactFinding finding, String name) {
    return row(finding, name).value() / finding.effect().expected();
  }

  private static double logarithm(ImpactFinding finding, String name) {
    return Math.log1p(share(finding, name));
  }

  private static double error(ImpactFinding finding, String name) {
    return row(finding, name).standardError()
        / finding.effect().expected()
        / (1 + share(finding, name));
  }

  private static ImpactFinding finding(LocalDate from) {
    var plan =
        new Analysis(
            "seat-belt-law",
            Design.INTERRUPTED_TIME_SERIES,
            List.of("petrol-price"),
            Optional.empty(),
            Optional.empty(),
            List.of(REVIEW),
            Optional.empty());
    var beside =
        Beside.of(List.of(RoadSafety.LAW))
            .withControls(List.of(new ControlMeasure(petrol(), RoadSafety.column(7))));
    var facts = RoadSafety.facts();
    var goal = facts.goal();
    var days = new Outcome.Baseline(from, RoadSafety.BASELINE_TO);
    var asked =
        new Outcome.Goal(goal.measure(), Optional.of(days), goal.target(), goal.trajectory());
    var position =
        Positions.of(
            new Facts(
                facts.measure(),
                asked,
                facts.values(),
                Optional.empty(),
                facts.changes(),
                facts.asOf()));
    return Sketch.found(
        new Study(RoadSafety.position(), position, plan, Badge.EXPLORATORY, beside, REVIEW, 1));
  }

  private static Measure petrol() {
    return new Measure(
        "petrol-price",
        new Measure.About("Price of petrol", Optional.empty(), Optional.empty()),
        new Measure.Quantity(
            Measure.Type.MONEY, Optional.empty(), new Measure.Better.Lower(), Optional.empty()),
        new Measure.Rhythm(
            Measure.Cadence.MONTHLY, Duration.ZERO, ZoneId.of("Europe/London"), Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }
}
