package outturn.evidence.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Reason;
import outturn.evidence.series.Series;

class ScoresTest {
  private static final Population LARGE = Population.large();

  @Test
  void theTopBoxesOfAgreementAreFourAndFive() {
    Ratings ratings = ratings(Scale.AGREEMENT, List.of(3, 5, 12, 20, 10));
    Finding top = ratings.topBox(LARGE, .95).result().orElseThrow();
    assertThat(top.estimate().value()).isEqualTo(.6);
    assertThat(top).isEqualTo(Wilson.of(30, 50, LARGE, .95).result().orElseThrow());
    assertThat(ratings.shares()).containsExactly(.06, .1, .24, .4, .2);
  }

  @Test
  void easeCountsFromFiveOfSeven() {
    Ratings ratings = ratings(Scale.EASE, List.of(1, 1, 1, 1, 2, 3, 1));
    assertThat(ratings.topBox(LARGE, .95).result().orElseThrow().estimate().value()).isEqualTo(.6);
  }

  @Test
  void theMeanOfRatingsHasTheIntervalOfStudent() {
    // oracle/survey.R
    Estimate mean =
        ratings(Scale.AGREEMENT, List.of(3, 5, 12, 20, 10))
            .mean(LARGE, .95)
            .result()
            .orElseThrow()
            .estimate();
    assertThat(mean.value()).isCloseTo(3.58, within(1e-9));
    assertThat(mean.interval().lower()).isCloseTo(3.265045861, within(1e-6));
    assertThat(mean.interval().upper()).isCloseTo(3.894954139, within(1e-6));
  }

  @Test
  void susTurnsTheEvenItemsAround() {
    assertThat(Usability.SUS.score(List.of(5, 1, 5, 1, 5, 1, 5, 1, 5, 1)).result()).contains(100.0);
    assertThat(Usability.SUS.score(Collections.nCopies(10, 3)).result()).contains(50.0);
    assertThat(Usability.SUS.score(List.of(4, 2, 4, 1, 5, 2, 3, 3, 4, 2)).result()).contains(75.0);
  }

  @Test
  void umuxLiteSpreadsTwoItemsOverHundred() {
    assertThat(Usability.UMUX_LITE.score(List.of(7, 7)).result()).contains(100.0);
    assertThat(Usability.UMUX_LITE.score(List.of(4, 4)).result()).contains(50.0);
    assertThat(Usability.UX_LITE.score(List.of(5, 4)).result()).contains(87.5);
  }

  @Test
  void theIntervalOfAUsabilityScoreEndsAtHundred() {
    List<List<Integer>> people = List.of(List.of(7, 7), List.of(7, 7), List.of(5, 6));
    Finding mean = Usability.UMUX_LITE.mean(people, LARGE, .95).result().orElseThrow();
    assertThat(mean.estimate().value()).isCloseTo(91.666667, within(1e-6));
    assertThat(mean.estimate().interval().upper()).isEqualTo(100);
  }

  @Test
  void answersOutsideTheItemsAreRefused() {
    assertThat(Usability.SUS.score(List.of(1, 2)).refusal().orElseThrow().text())
        .contains("SUS has 10 items, not 2");
    assertThat(Usability.UMUX_LITE.mean(List.of(List.of(8, 1)), LARGE, .95).refusal())
        .get()
        .satisfies(why -> assertThat(why.text()).contains("takes 1..7, not 8"));
    assertThat(Ratings.of(Scale.EASE, List.of(1)).refusal()).isPresent();
    assertThat(Ratings.of(Scale.AGREEMENT, List.of(1, 1, 1, 1, -1)).refusal()).isPresent();
    assertThat(MeanScore.of(Series.of(4), LARGE, .95).refusal().orElseThrow().reason())
        .isEqualTo(Reason.TOO_FEW);
    assertThat(MeanScore.of(Series.of(4, 5), LARGE, 2).refusal().orElseThrow().reason())
        .isEqualTo(Reason.OUT_OF_RANGE);
  }

  @Test
  void ratingsWithoutAnswersHaveNoShareAndNoMean() {
    Ratings none = ratings(Scale.AGREEMENT, List.of(0, 0, 0, 0, 0));
    assertThat(none.shares()).containsOnly(0.0);
    assertThat(none.topBox(LARGE, .95).refusal().orElseThrow().reason()).isEqualTo(Reason.TOO_FEW);
    assertThat(none.mean(LARGE, .95).refusal().orElseThrow().reason()).isEqualTo(Reason.TOO_FEW);
  }

  @Test
  void fivePointsNeedTheKnownNumbersOfAnswers() {
    assertThat(SampleSize.forMargin(.05, LARGE, .95).result()).contains(385);
    assertThat(SampleSize.forMargin(.05, new Population(400), .95).result()).contains(196);
    assertThat(SampleSize.forMargin(0, LARGE, .95).refusal()).isPresent();
    assertThat(SampleSize.forMargin(.05, LARGE, 1).refusal()).isPresent();
  }

  @Test
  void aResponseRateCountsPartialAnswers() {
    assertThat(ResponseRate.of(40, 10, 200).result().orElseThrow().share()).isEqualTo(.25);
    assertThat(ResponseRate.of(40, 10, 49).refusal()).isPresent();
  }

  @Test
  void theBarrierIsTheFirstStageThatHoldsPeopleUp() {
    assertThat(
            ChangeStage.barrier(
                Map.of(
                    ChangeStage.KNOWS_WHY, 4.2,
                    ChangeStage.WANTS_TO, 3.0,
                    ChangeStage.KNOWS_HOW, 1.5)))
        .contains(ChangeStage.WANTS_TO);
    assertThat(ChangeStage.barrier(Map.of(ChangeStage.CAN, 3.1))).isEmpty();
  }

  private static Ratings ratings(Scale scale, List<Integer> counts) {
    return Ratings.of(scale, counts).result().orElseThrow();
  }
}
