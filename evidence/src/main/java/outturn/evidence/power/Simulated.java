package outturn.evidence.power;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Fitted;
import outturn.evidence.its.model.Inference;
import outturn.evidence.its.model.Terms;
import outturn.evidence.quantity.Seed;
import outturn.evidence.regression.Ar1Reml;
import outturn.evidence.regression.Ar1Test;

/// Many series of noise, to which steps of any size are added; the same noise for every size, so
/// that power grows with the step.
final class Simulated {
  private final ItsSetting setting;
  private final double[][] noise;
  private final Predicate<double[]> test;
  private final double level;
  private final double knownError;

  Simulated(ItsSetting setting, double autocorrelation, Fitted example, Trials trials) {
    this.setting = setting;
    this.test = test(setting.errors(), example, trials);
    this.level = trials.level();
    Terms terms = example.terms();
    this.knownError = new Ar1Reml(terms.design()).knownError(terms.stepContrast(), autocorrelation);
    this.noise = new double[trials.replications()][setting.before() + setting.after()];
    RandomGenerator random = new Seed(trials.seed()).generator();
    double spread = Math.sqrt(1 - autocorrelation * autocorrelation);
    for (double[] series : noise) {
      series[0] = random.nextGaussian();
      for (int i = 1; i < series.length; i++) {
        series[i] = autocorrelation * series[i - 1] + spread * random.nextGaussian();
      }
    }
  }

  private static Predicate<double[]> test(Errors errors, Fitted example, Trials trials) {
    Terms terms = example.terms();
    double[] step = terms.stepContrast();
    long seed = trials.seed() + 1;
    if (errors instanceof Errors.RemlAr1(int replications) && replications > 0) {
      return new Ar1Test(terms.design(), step, trials.level(), replications, seed)::rejects;
    }
    double alpha = 1 - trials.level();
    return y -> Inference.of(terms.design(), y, errors, seed).declares(step, alpha);
  }

  /// Share of the series that declare a step of so many standard deviations, 0..1.
  double power(double step) {
    int declared = 0;
    double[] values = new double[setting.before() + setting.after()];
    for (double[] series : noise) {
      for (int i = 0; i < values.length; i++) {
        values[i] = series[i] + (i < setting.before() ? 0 : step);
      }
      declared += test.test(values) ? 1 : 0;
    }
    return declared / (double) noise.length;
  }

  /// Monte Carlo error of a share.
  double error(double share) {
    return Math.sqrt(share * (1 - share) / noise.length);
  }

  /// The step that is seen with a power if the noise were known, by the normal distribution.
  double atBest(double power) {
    NormalDistribution normal = new NormalDistribution();
    double alarm = normal.inverseCumulativeProbability((1 + level) / 2);
    return knownError * (alarm + normal.inverseCumulativeProbability(power));
  }
}
