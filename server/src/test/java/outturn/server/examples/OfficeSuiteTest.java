package outturn.server.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.definition.outcome.Lever;
import outturn.evidence.attainment.Element;
import outturn.evidence.xmr.Variation;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.words.PlanSentences;

class OfficeSuiteTest {
  private static final Simulated EXAMPLE = Simulated.example("office-suite");
  private static final String OUTCOME = "documents-found";
  private static final String MINUTES = "minutes-searching";
  private static final LocalDate BEGIN = LocalDate.of(2024, 9, 2);
  private static final LocalDate LIVE = LocalDate.of(2025, 9, 1);
  private static final LocalDate TRAINING = LocalDate.of(2026, 1, 12);
  private static final LocalDate TRAINED = LocalDate.of(2026, 3, 9);
  private static final LocalDate END = LocalDate.of(2026, 6, 29);

  private static final Instant BEFORE = Instant.parse("2025-08-31T12:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-07-06T12:00:00Z");

  @Test
  void theWeeksAreThoseOfTheSeedAndAllAreCollected(@TempDir Path folder) throws Exception {
    var walk = EXAMPLE.walk(folder);

    walk.run("office-suite-history", Map.of());

    assertThat(walk.log()).contains("seed 20250901").contains("all files are those of this seed");
    assertThat(walk.collected())
        .containsExactlyInAnyOrder(
            collected("suite-availability", LIVE, 43),
            collected("suite-users", LIVE, 43),
            collected("links-shared", BEGIN, 95),
            collected(MINUTES, BEGIN, 95));
  }

  private static Walk.Collected collected(String measure, LocalDate from, long weeks) {
    return new Walk.Collected(measure, from.toString(), END.minusDays(1).toString(), weeks);
  }

  @Test
  void theOutputIsGreenFromTheFirstWeek() {
    assertThat(EXAMPLE.values("suite-availability").values()).allMatch(value -> value >= 99.5);
    assertThat(EXAMPLE.mean("suite-users", LIVE.plusWeeks(4), TRAINING)).isGreaterThan(90);
  }

  @Test
  void peopleSearchAsLongAsBeforeUntilTheyAreTrained() {
    double before = EXAMPLE.mean(MINUTES, BEGIN, LIVE);
    assertThat(EXAMPLE.mean(MINUTES, LIVE, TRAINING)).isBetween(before - 2, before + 2);

    var picture = EXAMPLE.at(OUTCOME, AFTER).measures().getFirst().picture();
    int live = picture.periods().indexOf(LIVE);
    int training = picture.periods().indexOf(TRAINING);
    var points = picture.xmr().points();
    assertThat(points.subList(live, training))
        .extracting(point -> point.variation())
        .doesNotContain(Variation.IMPROVEMENT);
    assertThat(points.subList(training, points.size()))
        .extracting(point -> point.variation())
        .contains(Variation.IMPROVEMENT);
    assertThat(EXAMPLE.mean(MINUTES, TRAINED, END)).isBetween(before - 38, before - 32);
  }

  @Test
  void thePlanIsForecastToReachItsTargetAndToMissItWithoutPeople() {
    var forecast = EXAMPLE.forecast(EXAMPLE.at(OUTCOME, BEFORE));

    assertThat(forecast.now().attained().value()).isBetween(.5, .9);
    assertThat(forecast.now().withoutPeople().value()).isLessThan(.01);
    assertThat(forecast.detectable().orElseThrow().step())
        .isLessThan(Math.abs(forecast.expectedChange()));
  }

  @Test
  void aPlanThatHasNoPeopleIsToldSo() {
    var whole = EXAMPLE.at(OUTCOME, BEFORE);
    var without =
        new OutcomePosition(
            whole.outcome(), whole.measures(), toolsOnly(whole.levers()), whole.changes(), BEFORE);
    var forecast = EXAMPLE.forecast(without);

    assertThat(forecast.missing()).containsExactly(Element.PEOPLE);
    assertThat(forecast.now().attained().value()).isZero();
    assertThat(forecast.expectedChange()).isBetween(-2.0, 6.0);
  }

  private static List<LeverStart> toolsOnly(List<LeverStart> levers) {
    return levers.stream()
        .filter(each -> each.lever().about().element() != Lever.Element.PEOPLE)
        .toList();
  }

  @Test
  void afterTheTrainingWhatIsMeasuredIsWhatWasForecast() {
    var position = EXAMPLE.at(OUTCOME, AFTER);
    var forecast = EXAMPLE.forecast(position, "suite-users", "links-shared");
    var promised = forecast.promised().path();
    var values = EXAMPLE.values(MINUTES);

    var weeks = LIVE.datesUntil(END, Period.ofWeeks(1)).toList();
    var inside =
        weeks.stream()
            .filter(week -> !week.isBefore(TRAINED))
            .filter(week -> {
              var path = promised.get(weeks.indexOf(week));
              double value = values.get(week);
              return value >= path.p10() && value <= path.p90();
            })
            .count();
    assertThat(inside).isGreaterThanOrEqualTo(13); // of 16; eight in ten are expected
    assertThat(position.measures().getFirst().wasReached()).contains(true);
    assertThat(PlanSentences.of(position, position.measures().getFirst(), forecast))
        .anyMatch(sentence -> sentence.endsWith(" was reached."))
        .anyMatch(sentence ->
            sentence.startsWith(
                "Without the levers of people it would have been exceptionally unlikely"));
  }

  @Test
  void theSeriesShowsTheEffectThatWasPutIn() {
    var average = EXAMPLE.effects(MINUTES, TRAINING, 8).average();

    assertThat(average.interval().contains(-36)).isTrue();
    assertThat(average.interval().width()).isLessThan(8);
  }
}
