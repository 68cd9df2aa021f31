package outturn.outcome.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.evidence.series.Window;
import outturn.evidence.xmr.XmrPhase;
import outturn.outcome.RoadSafety;
import outturn.outcome.position.Since.Follows;

class PositionsTest {
  private static final Outcome.Goal GOAL = RoadSafety.goal();

  @Test
  void theSeatBeltLawBeginsAPhaseInFebruary1983() {
    var position = Positions.of(RoadSafety.facts());

    assertThat(position.picture().periods().get(169)).isEqualTo(LocalDate.of(1983, 2, 1));
    assertThat(position.picture().xmr().phases())
        .extracting(XmrPhase::window)
        .containsExactly(new Window(0, 109), new Window(109, 169), new Window(169, 192));
    assertThat(position.picture().baseline()).contains(new Window(109, 169));
    var since = position.standing().since().orElseThrow();
    assertThat(since.change()).isEqualTo(RoadSafety.LAW);
    assertThat(since.from()).isEqualTo(LocalDate.of(1983, 2, 1));
    assertThat(since.n()).isEqualTo(23);
    assertThat(since.follows()).isEqualTo(Follows.BASELINE);
  }

  @Test
  void aSeasonalMeasureIsReadWithoutItsSeasonAndKeepsTheRawLine() {
    var position = Positions.of(RoadSafety.facts());

    assertThat(position.picture().raw().orElseThrow().value(0)).isEqualTo(1687);
    var before = position.standing().baseline().orElseThrow();
    assertThat(before.n()).isEqualTo(60);
    assertThat(before.frozenMean()).isCloseTo(1624.83, within(.005));
    // The chart's line through the baseline is the same mean.
    assertThat(position.picture().xmr().phases().get(1).limits().orElseThrow().centre())
        .isCloseTo(before.mean(), within(1e-9));
    assertThat(position.standing().since().orElseThrow().mean())
        .isCloseTo(
            position.picture().xmr().phases().get(2).limits().orElseThrow().centre(), within(1e-9));
  }

  @Test
  void withoutASeasonTheMeansAreThoseOfTheValues() {
    var position = Positions.of(with(RoadSafety.measure(Optional.empty())));

    assertThat(position.picture().raw()).isEmpty();
    assertThat(position.standing().baseline().orElseThrow().mean())
        .isCloseTo(1624.83, within(.005));
    assertThat(position.standing().since().orElseThrow().mean()).isCloseTo(1321.70, within(.005));
    assertThat(position.standing().latest()).contains(new Latest(LocalDate.of(1984, 12, 1), 1763));
  }

  @Test
  void thePlanLeadsFromTheEndOfTheBaselineToTheTarget() {
    var position = Positions.of(RoadSafety.facts());
    var plan = position.picture().plan().orElseThrow();

    assertThat(plan.from()).isEqualTo(168);
    assertThat(plan.to()).isEqualTo(191);
    assertThat(position.standing().planned()).hasValue(1400);
  }

  @Test
  void theTargetMustBeReachedInSoManyOfTheLastPeriods() {
    var attainment = Positions.of(RoadSafety.facts()).standing().attainment().orElseThrow();

    assertThat(attainment.counted()).isEqualTo(12);
    assertThat(attainment.isMet()).isEqualTo(attainment.reached() >= 8);
    assertThat(attainment.reached())
        .isEqualTo(
            (int)
                Positions.of(RoadSafety.facts())
                    .picture()
                    .xmr()
                    .series()
                    .slice(new Window(180, 192))
                    .valid()
                    .filter(value -> value <= 1400)
                    .count());
  }

  @Test
  void aMissingMonthStaysAGap() {
    var values = RoadSafety.drivers();
    values.remove(LocalDate.of(1983, 6, 1));
    var position = Positions.of(with(values));

    assertThat(position.picture().xmr().series().isMissing(173)).isTrue();
    assertThat(position.standing().since().orElseThrow().n()).isEqualTo(22);
  }

  @Test
  void aChangeAmidAPeriodBeginsItsPhaseWithTheNextPeriod() {
    var first = change("first", LocalDate.of(1983, 2, 1), Change.Type.GO_LIVE);
    var second = change("second", LocalDate.of(1983, 6, 2), Change.Type.TRAINING);
    var holiday = change("holiday", LocalDate.of(1984, 1, 1), Change.Type.HOLIDAY);
    var since =
        Positions.of(with(List.of(first, second, holiday))).standing().since().orElseThrow();

    assertThat(since.change()).isEqualTo(second);
    assertThat(since.from()).isEqualTo(LocalDate.of(1983, 7, 1));
    assertThat(since.follows()).isEqualTo(Follows.ANOTHER_CHANGE);
  }

  @Test
  void aChangeThatNoValueFollowsYetBeginsNoPhase() {
    var later = change("later", LocalDate.of(1985, 1, 1), Change.Type.GO_LIVE);
    var position = Positions.of(with(List.of(RoadSafety.LAW, later)));

    assertThat(position.picture().xmr().phases()).hasSize(3);
    assertThat(position.standing().since().orElseThrow().change()).isEqualTo(RoadSafety.LAW);
    assertThat(position.picture().changes()).containsExactly(RoadSafety.LAW);
  }

  @Test
  void valuesRevisedAfterTheBaselineWasFrozenLeaveTheBaselineAndAreTold() {
    var values = RoadSafety.drivers();
    values.put(LocalDate.of(1980, 5, 1), 9000.0);
    var position = Positions.of(with(values));
    var unrevised = Positions.of(RoadSafety.facts());

    assertThat(position.standing().baseline()).isEqualTo(unrevised.standing().baseline());
    assertThat(position.warnings())
        .anyMatch(
            text -> text.startsWith("1 of the 60 values of the baseline came out differently"));
  }

  @Test
  void aBaselineThatIsNotFrozenIsTold() {
    var facts = RoadSafety.facts();
    var position =
        Positions.of(
            new Facts(
                facts.measure(),
                GOAL,
                RoadSafety.drivers().headMap(LocalDate.of(1980, 2, 1)),
                Optional.empty(),
                facts.changes(),
                Instant.parse("1980-02-12T00:00:00Z")));

    assertThat(position.standing().baseline()).isEmpty();
    assertThat(position.picture().plan()).isEmpty();
    assertThat(position.warnings())
        .contains("The baseline is not frozen yet: 24 of its 60 months have a value.");
  }

  @Test
  void aSeasonThatCannotBeLearnedStaysInAndIsTold() {
    var goal = new Outcome.Goal("drivers", Optional.empty(), Optional.empty(), GOAL.trajectory());
    var facts = RoadSafety.facts();
    var position =
        Positions.of(
            new Facts(
                facts.measure(), goal, facts.values(), Optional.empty(), List.of(), facts.asOf()));

    assertThat(position.picture().raw()).isEmpty();
    assertThat(position.warnings())
        .contains(
            "There is no baseline, so there is no before to compare with.",
            "The values are shown with their season. It is learned from the baseline, and there is none.");
  }

  @Test
  void fewPointsAndLateValuesAreTold() {
    var facts = RoadSafety.facts();
    var position =
        Positions.of(
            new Facts(
                facts.measure(),
                GOAL,
                RoadSafety.drivers().headMap(LocalDate.of(1983, 6, 1)),
                facts.frozen(),
                facts.changes(),
                Instant.parse("1983-09-15T00:00:00Z")));

    assertThat(position.warnings())
        .contains(
            "From Feb 1983 on: Limits from only 4 values are rough; 13 or more are wanted.",
            "No value has come in since May 1983; there could be one up to Aug 1983.");
  }

  @Test
  void valuesBelowTheLimitsOfTheBaselineAreSignals() {
    // Without the law as a change nothing begins a new phase, so the drop shows as signals.
    var position = Positions.of(with(List.of()));

    assertThat(position.signals()).isNotEmpty().first().asString().startsWith("Improvement: ");
    assertThat(position.warnings())
        .anyMatch(text -> text.startsWith("Chance alone shows a signal on about "));
  }

  @Test
  void withoutValuesThereIsNothingToDraw() {
    var position = Positions.of(with(new TreeMap<>()));

    assertThat(position.picture().periods()).isEmpty();
    assertThat(position.standing().latest()).isEmpty();
    assertThat(position.standing().attainment()).isEmpty();
  }

  @Test
  void aLeverBeginsOnItsActualDateElseWithItsChange() {
    assertThat(RoadSafety.position().levers().getFirst().date())
        .contains(LocalDate.of(1983, 1, 31));
  }

  private static Change change(String name, LocalDate date, Change.Type type) {
    return new Change(name, name, date, type, List.of("drivers"));
  }

  private static Facts with(Measure measure) {
    var facts = RoadSafety.facts();
    return new Facts(
        measure, facts.goal(), facts.values(), facts.frozen(), facts.changes(), facts.asOf());
  }

  private static Facts with(SortedMap<LocalDate, Double> values) {
    var facts = RoadSafety.facts();
    return new Facts(
        facts.measure(), facts.goal(), values, facts.frozen(), facts.changes(), facts.asOf());
  }

  private static Facts with(List<Change> changes) {
    var facts = RoadSafety.facts();
    return new Facts(
        facts.measure(), facts.goal(), facts.values(), facts.frozen(), changes, facts.asOf());
  }
}
