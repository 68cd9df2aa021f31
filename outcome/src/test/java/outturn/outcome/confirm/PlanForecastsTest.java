package outturn.outcome.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import outturn.definition.measure.Measure.Cadence;
import outturn.evidence.attainment.Adoption;
import outturn.evidence.attainment.Element;
import outturn.outcome.honesty.Promised;
import outturn.outcome.honesty.Promised.Came;
import outturn.outcome.period.Periods;
import outturn.outcome.words.PlanSentences;

class PlanForecastsTest {
  /// 50 and 52 in turn for two years: mean 51, standard deviation 1.02, no trend.
  private static final String OUTCOME =
      """
      {kind: measure, name: rate, type: rate, unit: percent, better: higher, cadence: monthly}
      ---
      {kind: measure, name: trained, type: rate, unit: percent, better: higher, cadence: monthly}
      ---
      kind: outcome
      name: o
      owner: business
      statement: {who: tenants, what: wait less, soThat: they get home}
      measures:
        - measure: rate
          baseline: {from: 2024-01-01, to: 2025-12-31}
          target: {value: 60, by: 2026-12-31}
      levers:
        - {name: tool, element: technology, planned: 2026-02-01, moves: rate, effect: {worst: 10, likely: 10, best: 10}, because: trial}
        - {name: rule, element: process, planned: 2026-03-01, moves: rate, effect: {worst: 2, likely: 2, best: 2}, readiness: 50%, because: trial}
        - {name: course, element: people, planned: 2026-04-01, moves: rate, effect: {worst: 4, likely: 4, best: 4}, ramp: 122d, because: trial}
      """;

  private static final Instant BEFORE = Instant.parse("2026-01-05T00:00:00Z");

  /// By hand: nothing before April, when the last element begins; from then on half of what has
  /// come, since the process is half ready: (10 + 2 + 4 · ramp) / 2 above 51. Four months are the
  /// ramp: 0, 1/4, 1/2, 3/4, 1.
  @Test
  void thePathIsThatOfTheLeversAsFarAsTheElementsAreReady() {
    var forecast = Written.of(OUTCOME, months(24)).forecast(BEFORE);

    assertThat(forecast.first()).isEqualTo("2026-01-01");
    assertThat(forecast.now().path()).hasSize(12);
    assertThat(middle(forecast, 2)).isCloseTo(51, within(.05));
    assertThat(middle(forecast, 3)).isCloseTo(57, within(.05));
    assertThat(middle(forecast, 5)).isCloseTo(58, within(.05));
    assertThat(middle(forecast, 11)).isCloseTo(59, within(.05));
    assertThat(forecast.expectedChange()).isCloseTo(8, within(.05));
    assertThat(forecast.now().withoutPeople().value()).isZero();
    assertThat(forecast.missing()).isEmpty();
    assertThat(forecast.update()).isEmpty();
  }

  @Test
  void aPlanWithoutPeopleIsForecastToComeToNothing() {
    var written = Written.of(without("course"), months(24));
    var forecast = written.forecast(BEFORE);

    assertThat(forecast.now().attained().value()).isZero();
    assertThat(forecast.missing()).containsExactly(Element.PEOPLE);
    assertThat(said(written))
        .contains(
            "The plan has no lever of people, and by the rule of the elements nothing comes of the"
                + " others without one.");
  }

  @Test
  void whatHasNotBegunCanComeThreeMonthsLater() {
    var due = OUTCOME.replace("value: 60", "value: 56").replace("2026-12-31}", "2026-05-31}");
    var forecast = Written.of(due, months(24)).forecast(BEFORE);

    assertThat(forecast.now().attained().value()).isGreaterThan(.9);
    assertThat(forecast.later().orElseThrow().value()).isLessThan(.01);
  }

  /// By hand, as above: half of 10 + 2 + 4 above 51 is 59 in December; with half of each effect 55;
  /// three months late the ramp has run since July, and is full in December all the same.
  @Test
  void aSuppositionIsSeenBesideThePlanAsItIs() {
    var written = Written.of(OUTCOME, months(24));
    var half = written.supposing(BEFORE, new Supposition(0, .5, 1, Set.of()));
    var few = written.supposing(BEFORE, new Supposition(0, 1, .5, Set.of()));
    var late = written.supposing(BEFORE, new Supposition(91, 1, 1, Set.of()));
    var alone = written.supposing(BEFORE, new Supposition(0, 1, 1, Set.of("course")));

    assertThat(half.planned().path().get(11).p50()).isCloseTo(59, within(.15));
    assertThat(half.then().path().get(11).p50()).isCloseTo(55, within(.15));
    assertThat(few.then().path()).isEqualTo(half.then().path());
    assertThat(late.then().path().get(5).p50()).isCloseTo(51, within(.15));
    assertThat(late.then().path().get(11).p50()).isCloseTo(59, within(.15));
    assertThat(alone.missing()).containsExactly(Element.PEOPLE);
    assertThat(alone.then().path().get(11).p50()).isCloseTo(51, within(.15));
    var nothing = written.supposing(BEFORE, Supposition.NONE);
    assertThat(nothing.then().path()).isEqualTo(nothing.planned().path());
  }

  @Test
  void whatWasObservedMovesTheChanceAndTheBeginningIsKept() {
    var values = months(24);
    for (var month = 1; month <= 8; month++) {
      values.put(LocalDate.of(2026, month, 1), 51.0);
    }
    var noisy = OUTCOME.replace("worst: 10,", "worst: 0,").replace("best: 10}", "best: 14}");
    var forecast = Written.of(noisy, values).forecast(Instant.parse("2026-09-10T00:00:00Z"));

    assertThat(forecast.update()).isPresent();
    assertThat(forecast.now().attained().value())
        .isLessThan(forecast.promised().attained().value());
    assertThat(forecast.later()).isEmpty();
    assertThat(forecast.now().path().get(7).p50()).isEqualTo(51);
  }

  @Test
  void risksAndBrokenAssumptionsAreDrawn() {
    var risky =
        OUTCOME
            + """
            risks: [{text: strike, probability: 100%, impact: {worst: -5, likely: -5, best: -5}, from: 2026-06-01}]
            assumptions:
              - {text: money, holds: 0%, ifFalse: {worst: -1, likely: -1, best: -1}}
              - {text: no figure, holds: 10%}
            """;
    var forecast = Written.of(risky, months(24)).forecast(BEFORE);

    assertThat(middle(forecast, 4)).isCloseTo(57.5 - 1, within(.05));
    assertThat(middle(forecast, 5)).isCloseTo(58 - 1 - 5, within(.05));
    assertThat(forecast.plan().contingencies()).hasSize(2);
  }

  /// 24 values less 12 positions of the year leave 12 degrees of freedom of 23.
  @Test
  void aSeasonThatTheBaselineTaughtMakesTheForecastLessSure() {
    var seasonal =
        OUTCOME.replace("name: rate, type: rate,", "name: rate, seasonal: additive, type: rate,");
    var values = months(24);
    values.replaceAll((date, value) -> value + (date.getMonthValue() * 7 + date.getYear()) % 5);
    var plain = Written.of(OUTCOME, values).forecast(BEFORE);
    var forecast = Written.of(seasonal, values).forecast(BEFORE);

    assertThat(plain.plan().baseline().learned().orElseThrow().cycle()).isOne();
    var learned = forecast.plan().baseline().learned().orElseThrow();
    assertThat(learned.cycle()).isEqualTo(12);
    assertThat(forecast.plan().baseline().deviation())
        .isCloseTo(learned.values().standardDeviation() * Math.sqrt(23 / 12.0), within(1e-9));
  }

  @Test
  void aRollOutIsTheMeanOfItsSegments() {
    var rolled =
        OUTCOME.replace(
            "planned: 2026-02-01, moves",
            "planned: 2026-02-01, rollout: {north: 2026-02-01, south: 2026-06-01}, moves");
    var forecast = Written.of(rolled, months(24)).forecast(BEFORE);

    // In May the north alone: (10/2 + 2 + 1) / 2; in June both: (10 + 2 + 2) / 2.
    assertThat(middle(forecast, 4)).isCloseTo(51 + 4, within(.05));
    assertThat(middle(forecast, 5)).isCloseTo(51 + 7, within(.05));
  }

  @Test
  void measuredAdoptionTakesThePlaceOfThePlanAsItComes() {
    var adopting =
        OUTCOME.replace(
            "planned: 2026-02-01, moves",
            "planned: 2026-02-01, adoption: {plan: {curve: linear, half: 61d}, actual: trained}, moves");
    var written = Written.of(adopting, months(24));
    var trained = written.project().measures().find("trained").orElseThrow();
    var shares = new TreeMap<>(Map.of(date(2), 10.0, date(3), 20.0, date(4), 30.0));

    var planned = written.forecast(BEFORE).plan().levers().getFirst();
    var measured =
        written
            .forecast(BEFORE, Map.of("trained", new Adopted(trained, shares)))
            .plan()
            .levers()
            .getFirst();

    assertThat(planned.adoption()).isInstanceOf(Adoption.Linear.class);
    assertThat(measured.adoption())
        .isInstanceOfSatisfying(
            Adoption.Measured.class,
            adoption -> assertThat(adoption.shares()).containsExactly(.1, .2, .3));
  }

  @Test
  void aPlanThatCannotBeForecastSaysWhy() {
    assertThat(
            Written.of(OUTCOME.replace("target: {value: 60, by: 2026-12-31}", ""), months(24))
                .refusal(BEFORE))
        .contains("It has no target; give a value and a date.");
    assertThat(
            Written.of(
                    OUTCOME.replace("baseline: {from: 2024-01-01, to: 2025-12-31}", ""), months(24))
                .refusal(BEFORE))
        .hasValueSatisfying(text -> assertThat(text).startsWith("Its baseline is not frozen yet"));
    assertThat(
            Written.of(
                    OUTCOME.replace(
                        "better: higher, cadence: monthly}\n---\n{kind: measure, name: trained",
                        "better: {within: [40, 70]}, cadence: monthly}\n---\n{kind: measure, name: trained"),
                    months(24))
                .refusal(BEFORE))
        .hasValueSatisfying(text -> assertThat(text).startsWith("Better is to stay within limits"));
  }

  @Test
  void theVerdictIsSaidByRule() {
    var likely = OUTCOME.replace("value: 60", "value: 58.5");

    assertThat(said(Written.of(likely, months(24))))
        .startsWith("To reach 58.5\u00A0% by December 2026 is likely (")
        .contains(
            "in 10 such plans do.",
            "Without the levers of people it would be exceptionally unlikely (less than 1\u00A0%).",
            "If all that has not begun comes three months later it is ",
            "The plan is expected to move the measure by 8 points, and from ",
            "it should be visible.",
            "stagger it: this lifts the evidence from level 1 to 3.");
  }

  @Test
  void whenTheDayHasComeItIsSaidWhetherTheTargetWasReached() {
    var values = months(24);
    for (var month = 1; month <= 12; month++) values.put(date(month), month < 10 ? 51.0 : 60.5);
    var after = Instant.parse("2027-01-10T00:00:00Z");
    var sustained =
        OUTCOME.replace("by: 2026-12-31", "by: 2026-12-31, sustain: {periods: 3, of: 4}");

    assertThat(said(Written.of(OUTCOME, values), after))
        .startsWith("The target, 60\u00A0% by December 2026, was reached. Before anything was")
        .endsWith(
            "Without the levers of people it would have been exceptionally unlikely (less than 1\u00A0%).");
    assertThat(said(Written.of(sustained, values), after))
        .startsWith(
            "The target, 60\u00A0% by December 2026, in 3 of the last 4 months, was reached.");
    assertThat(Written.of(OUTCOME, values).forecast(after).drivers()).isEmpty();
    assertThat(said(Written.of(OUTCOME.replace("value: 60", "value: 61"), values), after))
        .startsWith("The target, 61\u00A0% by December 2026, was not reached.");
  }

  @Test
  void aTargetIsJudgedByThePeriodsUpToItsDay() {
    var values = months(24);
    for (var month = 1; month <= 12; month++) values.put(date(month), month < 11 ? 51.0 : 60.5);
    var sustained =
        OUTCOME.replace("by: 2026-12-31", "by: 2026-12-31, sustain: {periods: 3, of: 4}");
    var after = Instant.parse("2027-01-10T00:00:00Z");

    assertThat(wasReached(Written.of(OUTCOME, values), after)).contains(true);
    assertThat(wasReached(Written.of(sustained, values), after)).contains(false);
    assertThat(wasReached(Written.of(OUTCOME, values), Instant.parse("2026-12-10T00:00:00Z")))
        .isEmpty();
    var moved = new Promised.Aim(61, LocalDate.of(2026, 12, 31));
    var position = Written.of(OUTCOME, values).at(after).measures().getFirst();
    assertThat(Promised.of("o", 1, moved, .5, after, position).came()).isEqualTo(Came.MOVED);
    var same = new Promised.Aim(60, LocalDate.of(2026, 12, 31));
    assertThat(Promised.of("o", 1, same, .5, after, position).came()).isEqualTo(Came.REACHED);
  }

  @Test
  void datesAndDurationsAreCountedInPeriods() {
    var months = new PlanTime(new Periods(Cadence.MONTHLY), LocalDate.of(2026, 1, 1));
    var weeks = new PlanTime(new Periods(Cadence.WEEKLY), LocalDate.of(2026, 1, 5));

    assertThat(months.at(LocalDate.of(2026, 3, 1))).isEqualTo(2);
    assertThat(months.at(LocalDate.of(2026, 2, 15))).isEqualTo(1.5);
    assertThat(months.at(LocalDate.of(2025, 12, 1))).isEqualTo(-1);
    assertThat(weeks.at(LocalDate.of(2026, 1, 14))).isCloseTo(1 + 2 / 7.0, within(1e-12));
    assertThat(weeks.length(Duration.ofDays(84))).isEqualTo(12);
    assertThat(months.length(Duration.ofDays(365))).isCloseTo(12, within(.01));
  }

  private static Optional<Boolean> wasReached(Written written, Instant asOf) {
    return written.at(asOf).measures().getFirst().wasReached();
  }

  private static String said(Written written) {
    return said(written, BEFORE);
  }

  private static String said(Written written, Instant asOf) {
    var position = written.at(asOf);
    List<String> sentences =
        PlanSentences.of(position, position.measures().getFirst(), written.forecast(asOf));
    return String.join(" ", sentences);
  }

  private static double middle(PlanForecast forecast, int period) {
    return forecast.now().path().get(period).p50();
  }

  private static String without(String lever) {
    return OUTCOME
        .lines()
        .filter(line -> !line.contains("name: " + lever))
        .reduce("", (text, line) -> text + line + "\n");
  }

  private static LocalDate date(int month) {
    return LocalDate.of(2026, month, 1);
  }

  private static SortedMap<LocalDate, Double> months(int count) {
    var values = new TreeMap<LocalDate, Double>();
    for (var month = 0; month < count; month++) {
      values.put(LocalDate.of(2024, 1, 1).plusMonths(month), month % 2 == 0 ? 50.0 : 52.0);
    }
    return values;
  }
}
