package outturn.outcome.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Analysis;
import outturn.definition.outcome.Analysis.Design;
import outturn.outcome.RoadSafety;
import outturn.outcome.position.Positions;

/// The seat belt law, against `its.seatbelts_log_drivers` of reference-values.csv, which its
/// figures are copied from.
class RoadSafetyImpactTest {
  private static final LocalDate REVIEW = LocalDate.of(1985, 1, 12);

  private final ImpactFinding finding = finding(REVIEW);

  @Test
  void theFallIsToldWithItsInterval() {
    assertThat(finding.kind()).isEqualTo(Kind.FINAL);
    assertThat(finding.scope().n()).isEqualTo(new ImpactFinding.Counts(60, 23, 0, 0, 23));
    assertThat(finding.effect().average().value()).isBetween(-330.0, -300.0);
    assertThat(finding.checks().inTime().state()).isEqualTo(Placebo.State.PASSED);
    assertThat(finding.verdict().sentence())
        .startsWith("Car drivers killed or seriously injured fell by 222 to 409 drivers a month");
  }

  private static ImpactFinding finding(LocalDate day) {
    var plan =
        new Analysis(
            "seat-belt-law",
            Design.INTERRUPTED_TIME_SERIES,
            List.of("petrol-price"),
            Optional.empty(),
            Optional.empty(),
            List.of(REVIEW));
    var beside =
        Beside.of(List.of(RoadSafety.LAW))
            .withControls(List.of(new ControlMeasure(petrol(), prices())));
    return ImpactFindings.of(
            new Study(
                RoadSafety.position(),
                Positions.of(RoadSafety.facts()),
                plan,
                Registration.none(),
                beside,
                day,
                1))
        .result()
        .orElseThrow();
  }

  private static SortedMap<LocalDate, Double> prices() {
    return new TreeMap<>(RoadSafety.column(7));
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
