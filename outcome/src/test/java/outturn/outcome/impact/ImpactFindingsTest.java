package outturn.outcome.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import outturn.outcome.confirm.Adopted;
import outturn.outcome.grade.Doubt;
import outturn.outcome.grade.Support;
import outturn.outcome.position.FrozenBaseline;
import outturn.outcome.register.Registration.Badge;

class ImpactFindingsTest {
  private static final LocalDate LATER = LocalDate.of(2025, 3, 1);

  @Test
  void anIneffectiveChangeEndsInWeCannotTellOrInLessThanMatters() {
    var noisy = Sketch.found(Sketch.of(Sketch.months(0, 7)).study());
    assertThat(noisy.verdict().sentence())
        .startsWith(
            "We cannot tell from these data whether the new planner changed repairs on the first visit: they fit anything from ");

    var wide =
        Sketch.found(
            Sketch.of(Sketch.months(0, 3), "minimumImportantChange: 2", "minimumImportantChange: 9")
                .study());
    assertThat(wide.verdict().sentence())
        .startsWith(
            "Repairs on the first visit may have changed by less than matters after the new planner: ");
  }

  @Test
  void outsideAReviewTheIntervalIsSafeToLookAtAnyTime() {
    var sketch = Sketch.of(Sketch.months(8, 12));
    var interim = Sketch.found(sketch.study(Sketch.REVIEW.minusDays(1)));
    var last = Sketch.found(sketch.study());
    assertThat(interim.kind()).isEqualTo(Kind.INTERIM);
    assertThat(interim.scope().review()).contains(Sketch.REVIEW);
    assertThat(interim.effect().average().value())
        .isCloseTo(last.effect().average().value(), within(1e-9));
    assertThat(interim.effect().average().interval().width())
        .isGreaterThan(1.2 * last.effect().average().interval().width());
    assertThat(interim.verdict().grade().doubts()).isEmpty();

    var early = Sketch.found(sketch.study(LocalDate.of(2024, 7, 5)));
    assertThat(early.scope().n()).isEqualTo(new ImpactFinding.Counts(24, 6, 0, 0, 12));
    assertThat(early.verdict().grade().doubts()).containsExactly(Doubt.FEWER_THAN_PLANNED);
  }

  @Test
  void afterTheReviewTheFindingStaysWhatItWasOnThatDay() {
    var values = new TreeMap<>(Sketch.months(8, 12));
    var then = Sketch.found(Sketch.of(values).study());
    values.put(LocalDate.of(2025, 1, 1), 99.0);
    values.put(LocalDate.of(2025, 2, 1), 99.0);
    var later = Sketch.found(Sketch.of(values).study(LATER));
    assertThat(later.effect()).isEqualTo(then.effect());
    assertThat(later.provenance().hash()).isEqualTo(then.provenance().hash());
    assertThat(later.scope().read()).isEqualTo("2024-12-01");
  }

  @Test
  void withoutAReviewTheDayOfTheTargetCounts() {
    var sketch = Sketch.of(Sketch.months(8, 12), ", review: 2025-01-05", "");
    assertThat(Sketch.found(sketch.study()).kind()).isEqualTo(Kind.FINAL);
    assertThat(Sketch.found(sketch.study()).scope().review()).contains(LocalDate.of(2024, 12, 31));
    var none =
        Sketch.of(
            Sketch.months(8, 12),
            ", review: 2025-01-05",
            "",
            "target: {value: 60, by: 2024-12-31, sustain: {periods: 3, of: 4}}",
            "trajectory: step");
    assertThat(Sketch.found(none.study()).kind()).isEqualTo(Kind.INTERIM);
  }

  @Test
  void whatSpeaksAgainstTheFigureCostsItsStep() {
    var sketch =
        Sketch.of(
            Sketch.months(8, 12),
            "kind: outcome",
            "{kind: change, name: heat, title: a heat wave, date: 2024-03-01, type: outage, affects: rate}\n---\nkind: outcome");
    var study =
        sketch.study(
            beside -> beside.withDoubtful(Set.of(Sketch.FIRST, Sketch.FIRST.plusMonths(7))));
    var open =
        new Study(
            study.outcome(),
            study.position(),
            study.plan(),
            Badge.EXPLORATORY,
            study.beside(),
            study.day(),
            study.seed());
    var finding = Sketch.found(open);
    assertThat(finding.checks().rivals()).extracting(each -> each.name()).containsExactly("heat");
    assertThat(finding.checks().quality()).isCloseTo(34 / 36.0, within(1e-9));
    assertThat(finding.scope().n()).isEqualTo(new ImpactFinding.Counts(22, 12, 0, 2, 12));
    assertThat(finding.verdict().grade().doubts())
        .containsExactlyInAnyOrder(Doubt.RIVAL_EVENT, Doubt.POOR_DATA, Doubt.NOT_REGISTERED);
    assertThat(finding.provenance().badge()).isEqualTo(Badge.EXPLORATORY);
  }

  @Test
  void aChangeInTheMiddleOfAPeriodAndItsTransitionAreLeftOut() {
    var sketch =
        Sketch.of(
            Sketch.months(8, 12),
            "date: 2024-01-01",
            "date: 2024-01-12",
            "design: interrupted-time-series",
            "design: interrupted-time-series, transition: 30d");
    assertThat(Sketch.found(sketch.study()).scope().n())
        .isEqualTo(new ImpactFinding.Counts(24, 10, 2, 0, 10));
  }

  @Test
  void theFrozenBaselineCountsWhateverWasRevisedSince() {
    var values = Sketch.months(8, 12);
    var revised = new TreeMap<>(values);
    revised.put(LocalDate.of(2023, 6, 1), 20.0);
    var frozen =
        new FrozenBaseline(
            Sketch.FIRST,
            LocalDate.of(2023, 12, 31),
            values.headMap(LocalDate.of(2024, 1, 1)),
            Instant.EPOCH,
            "hash");
    assertThat(Sketch.found(Sketch.of(revised).study(beside -> beside.with(frozen))).effect())
        .isEqualTo(Sketch.found(Sketch.of(values).study()).effect());
  }

  @Test
  void anEffectThatGrowsWithAdoptionIsBelievedMore() {
    var trained = new TreeMap<LocalDate, Double>();
    var values = new TreeMap<>(Sketch.months(0, 12));
    for (int i = 0; i < 12; i++) {
      var month = Sketch.FIRST.plusMonths(Sketch.BEFORE + i);
      trained.put(month, 8.0 * i);
      values.merge(month, 1.5 * i, Double::sum);
    }
    var sketch = Sketch.of(values, "because: trial", "adoption: {actual: trained}, because: trial");
    var adopted = Map.of("trained", new Adopted(sketch.measure("trained"), trained));
    var finding = Sketch.found(sketch.study(beside -> beside.withAdopted(adopted)));
    assertThat(finding.verdict().grade().supports()).containsExactly(Support.DOSE_RESPONSE);
    assertThat(finding.provenance().snapshot()).contains("\nadoption trained 2024-02-01 8.0\n");
  }

  @Test
  void theSameStudyGivesTheSameFindingAndAnotherValueAnotherHash() {
    var one = Sketch.found(Sketch.of(Sketch.months(8, 12)).study());
    assertThat(Sketch.found(Sketch.of(Sketch.months(8, 12)).study())).isEqualTo(one);
    var values = new TreeMap<>(Sketch.months(8, 12));
    values.put(Sketch.FIRST, 50.0);
    var other = Sketch.found(Sketch.of(values).study());
    assertThat(other.provenance().hash()).isNotEqualTo(one.provenance().hash()).hasSize(64);
    assertThat(other.provenance().snapshot()).startsWith("measure rate 2022-01-01 50.0\n");
  }

  @Test
  void aRefusalSaysWhatIsMissing() {
    var months = Sketch.months(8, 12);
    assertThat(Sketch.refused(Sketch.of(new TreeMap<>()).study()))
        .isEqualTo(
            "Expected values before and after the intervention, found none; wait until the measure is collected.");
    assertThat(Sketch.refused(Sketch.of(months).study(LocalDate.of(2024, 1, 5))))
        .isEqualTo(
            "Expected values before and after 1 Jan 2024 with its transition, found values of Jan 2022 to Dec 2023; wait for more periods.");
    assertThat(Sketch.refused(Sketch.of(months).study(LocalDate.of(2024, 3, 5))))
        .isEqualTo(
            "Expected at least 3 values after the intervention, found 2; wait for more periods.");
    assertThat(
            Sketch.refused(
                Sketch.of(
                        months.tailMap(LocalDate.of(2023, 2, 1)),
                        "from: 2022-01-01",
                        "from: 2023-02-01")
                    .study()))
        .isEqualTo(
            "Expected at least 12 values before the intervention, found 11; show a control chart with phases instead.");
    assertThat(refused("difference-in-differences"))
        .isEqualTo(
            "Expected controls to compare with, found none; name measures or segments that the intervention does not reach.");
    assertThat(refused("difference-in-differences, controls: east"))
        .isEqualTo(
            "Expected the control east to be a measure, or a segment of rate, found neither; give it values or leave it out of the plan.");
    assertThat(refused("staggered"))
        .isEqualTo(
            "Expected segments of rate that begin one after the other, found none with a value and a start by Dec 2024; say when under rollout: of a lever.");
    var stranger = Sketch.of(months).study();
    assertThat(Sketch.refused(Plans.of(stranger, "another")))
        .isEqualTo(
            "Expected a change called another, whose effect is asked for, found none; write it down with its date.");
  }

  private static String refused(String design) {
    return Sketch.refused(
        Sketch.of(Sketch.months(8, 12), "interrupted-time-series", design).study());
  }

  /// Studies with another plan.
  private static final class Plans {
    static Study of(Study study, String intervention) {
      var plan = study.plan();
      return new Study(
          study.outcome(),
          study.position(),
          new outturn.definition.outcome.Analysis(
              intervention,
              plan.design(),
              List.of(),
              plan.transition(),
              plan.registerBy(),
              plan.review(),
              plan.mail()),
          study.badge(),
          study.beside(),
          study.day(),
          study.seed());
    }
  }
}
