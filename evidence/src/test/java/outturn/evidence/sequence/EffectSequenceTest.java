package outturn.evidence.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Fitted;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.quantity.Seed;
import outturn.evidence.series.Series;

class EffectSequenceTest {
  private static final double MANY = 1e9;
  private static final int SERIES = 400;
  private static final int BEFORE = 24;
  private static final int AFTER = 24;

  /// By hand from NormalMixture: at the information that it is tuned for the bound is 3.035 errors
  /// (30.35209 at a variance of 100, reference-values.csv, confseq).
  @Test
  void theBoundIsThatOfTheMixtureInInformation() {
    var interval = EffectSequence.of(estimate(5, .1), MANY, 1).interval();
    assertThat(interval.upper() - 5).isCloseTo(.3035209, within(1e-6));
    assertThat(5 - interval.lower()).isCloseTo(.3035209, within(1e-6));
  }

  @Test
  void fewDegreesOfFreedomAndFarReviewsMakeItWider() {
    double usual = width(MANY, 1);
    assertThat(width(5, 1)).isGreaterThan(1.2 * usual);
    assertThat(width(MANY, 4)).isGreaterThan(usual);
  }

  @Test
  void pIsSmallExactlyWhereTheIntervalLeavesZeroOut() {
    for (double value = 0; value < 6; value += .1) {
      var at = EffectSequence.of(estimate(value, 1), 30, 2);
      assertThat(at.p().orElseThrow() <= .05).isEqualTo(!at.interval().contains(0));
    }
  }

  /// 22 looks at each of 400 interrupted time series without an effect, from three values after on;
  /// the Monte Carlo error of the share is .011. Fixed intervals would leave 0 out in some of them
  /// in three times as many series.
  @Test
  void looksAtSeriesWithoutAnEffectSeldomDeclareOne() {
    RandomGenerator random = new Seed(5).generator();
    int ever = 0;
    int everFixed = 0;
    for (int i = 0; i < SERIES; i++) {
      double[] values = noise(random, .3);
      boolean declared = false;
      boolean declaredFixed = false;
      for (int after = 3; after <= AFTER; after++) {
        Estimate fixed = effect(Arrays.copyOf(values, BEFORE + after));
        declaredFixed |= !fixed.interval().contains(0);
        double growth = together(AFTER) / together(after);
        declared |= !EffectSequence.of(fixed, BEFORE, growth).interval().contains(0);
      }
      ever += declared ? 1 : 0;
      everFixed += declaredFixed ? 1 : 0;
    }
    assertThat(ever / (double) SERIES).isLessThan(.05);
    assertThat(everFixed).isGreaterThan(3 * ever);
  }

  private static double together(int after) {
    return BEFORE * after / (double) (BEFORE + after);
  }

  private static double[] noise(RandomGenerator random, double r) {
    double[] values = new double[BEFORE + AFTER];
    values[0] = random.nextGaussian();
    for (int i = 1; i < values.length; i++) {
      values[i] = r * values[i - 1] + Math.sqrt(1 - r * r) * random.nextGaussian();
    }
    return values;
  }

  private static Estimate effect(double[] values) {
    var model = ItsModel.of(Intervention.at(BEFORE)).with(new Errors.RemlAr1(0));
    var fitted = Fitted.of(Series.of(values), model).result().orElseThrow();
    return fitted.inference().estimate(fitted.terms().averageContrast(), .95);
  }

  private static double width(double freedom, double growth) {
    return EffectSequence.of(estimate(0, 1), freedom, growth).interval().width();
  }

  private static Estimate estimate(double value, double error) {
    return new Estimate(value, error, new Interval(value, value, .95), OptionalDouble.empty());
  }
}
