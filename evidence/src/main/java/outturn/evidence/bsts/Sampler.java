package outturn.evidence.bsts;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.evidence.quantity.Seed;
import outturn.evidence.regression.Triangle;

/// The Gibbs sampler: states, variances of their steps, regression and noise in turn, from the
/// periods before; then the periods after as they would have gone on.
///
/// Brodersen, Gallusser, Koehler, Remy, Scott, *Inferring causal impact using Bayesian structural
/// time-series models*, Annals of Applied Statistics 9 (2015), 247-274.
final class Sampler {
  private static final double NOISE_DEGREES = .01;
  private static final double LARGEST_NOISE = 1.2;

  private final Prepared prepared;
  private final RandomGenerator random;
  private final double[] y;
  private final int[] before;
  private final double[] regressed;
  private final Course course;
  private final @Nullable Regression regression;
  private double noise = .5;

  Sampler(Prepared prepared) {
    this.prepared = prepared;
    long seed = prepared.model().sampling().seed();
    this.random = new Seed(seed).generator();
    int periods = prepared.model().intervention().at();
    this.before = prepared.before();
    this.y = new double[periods];
    Arrays.fill(y, Double.NaN);
    for (int i : before) {
      y[i] = prepared.measure().values().value(i);
    }
    this.regressed = new double[periods];
    this.course = course(prepared.model(), periods, y[before[0]]);
    this.regression = prepared.columns() > 0 ? new Regression(columns()) : null;
  }

  private static Course course(BstsModel model, int periods, double start) {
    return model.season() > 1
        ? new SeasonalCourse(periods, model.season(), start, model.levelDeviation())
        : new LevelCourse(periods, start, model.levelDeviation());
  }

  private double[][] columns() {
    return IntStream.range(0, prepared.columns())
        .mapToObj(j -> IntStream.of(before).mapToDouble(i -> prepared.row(i)[j]).toArray())
        .toArray(double[][]::new);
  }

  Draws draws() {
    int kept = prepared.model().sampling().draws();
    int[] after = prepared.after();
    Draws draws = new Draws(kept, after.length, prepared.columns());
    for (int i = -kept / 10; i < kept; i++) {
      iterate();
      if (i >= 0) {
        goOn(draws, i, after);
      }
    }
    return draws;
  }

  private void iterate() {
    double[] left = y.clone();
    for (int i : before) {
      left[i] -= regressed[i];
    }
    course.draw(left, noise, random);
    double[] target = IntStream.of(before).mapToDouble(i -> y[i] - course.at(i)).toArray();
    if (regression == null) {
      double rest = NOISE_DEGREES + Triangle.dot(target, target);
      noise =
          Gamma.variance(
              NOISE_DEGREES + target.length, rest, LARGEST_NOISE * LARGEST_NOISE, random);
    } else {
      regress(regression, target);
    }
  }

  private void regress(Regression on, double[] target) {
    on.draw(target, random);
    noise = on.noise();
    double[] coefficients = on.coefficients();
    for (int i : before) {
      regressed[i] = Triangle.dot(coefficients, prepared.row(i));
    }
  }

  private void goOn(Draws draws, int draw, int[] after) {
    double[] coefficients = regression == null ? new double[0] : regression.coefficients();
    int period = y.length - 1;
    course.rewind();
    for (int i = 0; i < after.length; i++) {
      double alone = course.goOn(after[i] - period, random);
      period = after[i];
      double expected = alone + Triangle.dot(coefficients, prepared.row(period));
      double value = expected + Math.sqrt(noise) * random.nextGaussian();
      Standard measure = prepared.measure();
      draws.add(draw, i, measure.natural(expected), measure.natural(value));
    }
    for (int j = 0; j < coefficients.length; j++) {
      if (regression != null && regression.isIncluded(j)) {
        draws.include(j);
      }
    }
  }
}
