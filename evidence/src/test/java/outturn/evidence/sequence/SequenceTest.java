package outturn.evidence.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.quantity.Seed;
import outturn.evidence.series.ReferenceValues;
import outturn.evidence.series.ReferenceValues.Expected;
import outturn.evidence.series.Series;

class SequenceTest {
  private static final Tuning TUNING = new Tuning(60, .95);

  /// Boundaries that nothing of ours uses.
  private static final Set<String> NOT_OFFERED =
      Set.of("one_sided.bound_v100", "gamma_exp_c2.bound_v100", "poly_stitch_vmin10_c3.bound_v100");

  @Test
  void theBoundariesAreThoseOfConfseq() {
    NormalMixture normal = NormalMixture.tuned(100, .05).result().orElseThrow();
    BetaBinomialMixture beta = BetaBinomialMixture.tuned(.2, 100, .05).result().orElseThrow();
    Map<String, Expected> expected =
        ReferenceValues.of("confseq").byKey().entrySet().stream()
            .filter(row -> !NOT_OFFERED.contains(row.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    new ReferenceValues("confseq", expected)
        .hold(
            Map.of(
                "two_sided.best_rho_v100_a05", normal.rho(),
                "two_sided.logMG_s10_v100", normal.logMartingale(10, 100),
                "two_sided.bound_v100", normal.bound(100, .05),
                "beta_binomial_g.2_h.8.bound_v100", beta.bound(100, .05)));
    // The unit test of confseq has this value too.
    assertThat(beta.logMartingale(10, 100)).isCloseTo(-.6941012, within(1e-5));
  }

  @Test
  void theBoundIsWhereTheEvidencePassesTheThreshold() {
    NormalMixture normal = NormalMixture.tuned(100, .05).result().orElseThrow();
    assertThat(normal.logMartingale(normal.bound(70, .05), 70))
        .isCloseTo(Math.log(20), within(1e-9));
    BetaBinomialMixture beta = BetaBinomialMixture.tuned(.2, 100, .05).result().orElseThrow();
    assertThat(beta.bound(1e-3, .05)).isCloseTo(5e-3, within(1e-12));
  }

  @Test
  void welchIsThatOfGrowthbook() {
    Moments control = new Moments(.41, 3.9, 3407);
    Moments treated = new Moments(.70, 6.2, 3461);
    Estimate found = estimate(Welch.difference(treated, control, .95));
    ReferenceValues.of("growthbook")
        .hold(
            Map.of(
                "welch.diff", found.value(),
                "welch.ci_lo", found.interval().lower(),
                "welch.ci_hi", found.interval().upper(),
                "welch.p", found.p().orElseThrow()));
  }

  @Test
  void atTheReviewTheSequenceIsHalfAgainAsWideAsTheFixedInterval() {
    Estimate sharpest = Asymptotic.estimate(0, 1, 60, TUNING);
    double fixed = 1.959964 / Math.sqrt(60);
    assertThat(sharpest.interval().upper() / fixed).isCloseTo(1.5486, within(5e-5));
  }

  @Test
  void theIntervalLeavesZeroOutExactlyWhenPIsBelowAlpha() {
    double reach = Asymptotic.estimate(0, 2, 45, TUNING).interval().upper();
    assertThat(Asymptotic.estimate(reach, 2, 45, TUNING).p().orElseThrow())
        .isCloseTo(.05, within(1e-9));
    assertThat(Asymptotic.estimate(0, 2, 45, TUNING).p().orElseThrow()).isOne();
  }

  @Test
  void valuesThatFollowEachOtherCountForLess() {
    double[] slow = new double[60];
    for (int i = 0; i < slow.length; i++) {
      slow[i] = Math.sin(i / 6.0);
    }
    Finding found = MeanSequence.of(Series.of(slow), TUNING).result().orElseThrow();
    assertThat(found.grounds().assumptions().getFirst().text()).contains("60 values count as 2");
    assertThat(found.grounds().warnings())
        .extracting(Warning::name)
        .containsExactly("few-effective-values");
    double[] noise = new Seed(3).generator().doubles(60).toArray();
    assertThat(EffectiveSize.of(Series.of(noise)).isTold()).isFalse();
    assertThat(EffectiveSize.of(Series.of()).size()).isZero();
  }

  @Test
  void theSequenceOfADifferenceIsWiderThanWelch() {
    Moments one = new Moments(10, 2, 80);
    Moments two = new Moments(9, 3, 120);
    Estimate sequence = estimate(DifferenceSequence.of(one, two, new Tuning(200, .95)));
    Estimate welch = estimate(Welch.difference(one, two, .95));
    assertThat(sequence.standardError()).isCloseTo(welch.standardError(), within(1e-12));
    assertThat(sequence.interval().width() / welch.interval().width()).isBetween(1.5, 1.56);
  }

  @Test
  void aShareOfAllOrNoneReachesTheEnd() {
    Interval none = estimate(ShareSequence.of(0, 40, TUNING)).interval();
    Interval all = estimate(ShareSequence.of(40, 40, TUNING)).interval();
    assertThat(none.lower()).isZero();
    assertThat(none.upper()).isBetween(.1, .25);
    assertThat(all.upper()).isOne();
    assertThat(all.lower()).isCloseTo(1 - none.upper(), within(1e-8));
  }

  @Test
  void aShareIsInsideExactlyWhenTheMixtureDoesNotRefuteIt() {
    Interval interval = estimate(ShareSequence.of(12, 40, TUNING)).interval();
    for (double end : new double[] {interval.lower(), interval.upper()}) {
      assertThat(BetaBinomialMixture.sharpestAt(end, TUNING).ofCounts(12, 28))
          .isCloseTo(Math.log(20), within(1e-6));
    }
    assertThat(interval.contains(.3)).isTrue();
  }

  @Test
  void badInputIsRefused() {
    assertThat(reason(MeanSequence.of(Series.of(new double[19]), TUNING)))
        .isEqualTo(Reason.TOO_FEW);
    assertThat(reason(MeanSequence.of(Series.of(new double[20]), TUNING)))
        .isEqualTo(Reason.CONSTANT);
    assertThat(reason(MeanSequence.of(Series.of(1, 2), new Tuning(0, .95))))
        .isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(ShareSequence.of(0, 0, TUNING))).isEqualTo(Reason.TOO_FEW);
    assertThat(reason(ShareSequence.of(3, 2, TUNING))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(ShareSequence.of(1, 2, new Tuning(5, 1)))).isEqualTo(Reason.OUT_OF_RANGE);
    Moments few = new Moments(1, 1, 1);
    Moments flat = new Moments(1, 0, 50);
    Moments broken = new Moments(Double.NaN, 1, 50);
    assertThat(reason(Welch.difference(few, flat, .95))).isEqualTo(Reason.TOO_FEW);
    assertThat(reason(Welch.difference(flat, flat, .95))).isEqualTo(Reason.CONSTANT);
    assertThat(reason(Welch.difference(flat, broken, .95))).isEqualTo(Reason.NOT_A_NUMBER);
    assertThat(reason(DifferenceSequence.of(flat, flat, TUNING))).isEqualTo(Reason.CONSTANT);
    assertThat(reason(DifferenceSequence.of(flat, few, TUNING))).isEqualTo(Reason.TOO_FEW);
    assertThat(NormalMixture.tuned(0, .05).refusal()).isPresent();
    assertThat(BetaBinomialMixture.tuned(1, 100, .05).refusal()).isPresent();
    assertThat(BetaBinomialMixture.tuned(.5, 100, 2).refusal()).isPresent();
  }

  private static Estimate estimate(Answer<Finding> answer) {
    return answer.result().orElseThrow().estimate();
  }

  private static Reason reason(Answer<Finding> answer) {
    return answer.refusal().orElseThrow().reason();
  }
}
