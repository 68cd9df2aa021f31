package outturn.evidence.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.quantity.Seed;
import outturn.evidence.series.ReferenceValues;

class NetScoreTest {
  @Test
  void theClosedFormsComeOut() {
    NetScore many = score(new NetCounts(50, 30, 20));
    NetScore few = score(new NetCounts(10, 5, 3));
    ReferenceValues.of("survey.nps")
        .hold(
            Map.of(
                "nps_50_30_20.nps", many.plain().estimate().value(),
                "nps_50_30_20.se", many.plain().estimate().standardError(),
                "nps_10_5_3.nps", few.plain().estimate().value(),
                "nps_10_5_3.se", few.plain().estimate().standardError(),
                "nps_10_5_3.adjusted_nps", few.adjusted().estimate().value(),
                "nps_10_5_3.adjusted_se", few.adjusted().estimate().standardError()));
  }

  @Test
  void belowFiftyAnswersTheAdjustedIntervalIsTaken() {
    NetScore few = score(new NetCounts(30, 10, 9));
    NetScore many = score(new NetCounts(30, 11, 9));
    assertThat(few.reliable()).isEqualTo(few.adjusted());
    assertThat(many.reliable()).isEqualTo(many.plain());
    NetScore flat = score(new NetCounts(60, 0, 0));
    assertThat(flat.reliable()).isEqualTo(flat.adjusted());
  }

  @Test
  void thirtyAnswersAreWithinAboutTwentyFivePointsAndAWarningSaysSo() {
    NetScore score = score(new NetCounts(12, 10, 8));
    assertThat(score.reliable().estimate().interval().width() / 2).isBetween(23.0, 30.0);
    assertThat(score.reliable().grounds().warnings())
        .extracting(Warning::name)
        .containsExactly("few-answers");
    assertThat(score(new NetCounts(60, 20, 20)).plain().grounds().warnings()).isEmpty();
  }

  @Test
  void theReliableIntervalCoversTheTrueScoreForFewAndManyAnswers() {
    // Monte Carlo error .0022.
    RandomGenerator random = new Seed(20260903).generator();
    assertThat(coverage(20, random)).isCloseTo(.95, within(.015));
    assertThat(coverage(40, random)).isCloseTo(.95, within(.015));
    assertThat(coverage(120, random)).isCloseTo(.95, within(.015));
  }

  @Test
  void answersOfZeroToTenAreCounted() {
    assertThat(NetCounts.of(List.of(0, 6, 7, 8, 9, 10, 10)).result())
        .contains(new NetCounts(3, 2, 2));
    assertThat(NetCounts.of(List.of(11)).refusal().orElseThrow().text()).contains("not at 11");
  }

  @Test
  void theIntervalEndsAtHundred() {
    assertThat(score(new NetCounts(9, 1, 0)).adjusted().estimate().interval().upper())
        .isLessThanOrEqualTo(100);
  }

  @Test
  void aSmallPopulationNarrowsTheInterval() {
    NetCounts counts = new NetCounts(50, 30, 20);
    Estimate half =
        NetScore.of(counts, new Population(200), .95).result().orElseThrow().plain().estimate();
    // 7.81025 sqrt(1 - 100/200).
    assertThat(half.standardError()).isCloseTo(5.522681, within(1e-6));
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThat(reason(new NetCounts(0, 0, 0), .95)).isEqualTo(Reason.TOO_FEW);
    assertThat(reason(new NetCounts(1, -1, 3), .95)).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(new NetCounts(1, 1, 3), 0)).isEqualTo(Reason.OUT_OF_RANGE);
  }

  private static double coverage(int answers, RandomGenerator random) {
    int samples = 10_000;
    int covered = 0;
    for (int i = 0; i < samples; i++) {
      int promoters = 0;
      int detractors = 0;
      for (int j = 0; j < answers; j++) {
        double at = random.nextDouble();
        promoters += at < .45 ? 1 : 0;
        detractors += at > .8 ? 1 : 0;
      }
      NetCounts counts = new NetCounts(promoters, answers - promoters - detractors, detractors);
      covered += score(counts).reliable().estimate().interval().contains(25) ? 1 : 0;
    }
    return covered / (double) samples;
  }

  private static NetScore score(NetCounts counts) {
    return NetScore.of(counts, Population.large(), .95).result().orElseThrow();
  }

  private static Reason reason(NetCounts counts, double level) {
    return NetScore.of(counts, Population.large(), level).refusal().orElseThrow().reason();
  }
}
