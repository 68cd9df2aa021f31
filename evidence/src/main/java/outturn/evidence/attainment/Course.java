package outturn.evidence.attainment;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import outturn.evidence.attainment.Baseline.Learned;
import outturn.evidence.regression.Ar1Posterior;
import outturn.evidence.regression.Ar1Reml;
import outturn.evidence.regression.Design;
import outturn.evidence.series.Series;

/// How the measure could go on without the plan, per draw: its levels, one for each position of the
/// season, and its noise.
///
/// What was learned from the values before is not known: few values tell little of how far the next
/// ones scatter. So each draw has a level, a deviation and an autocorrelation of its own, see
/// [Ar1Posterior].
final class Course {
  /// By position of the season and draw, the first for period 0.
  private final double[][] levels;

  private final double[] deviations;
  private final double[] autocorrelations;

  private Course(int positions, int draws) {
    this.levels = new double[positions][draws];
    this.deviations = new double[draws];
    this.autocorrelations = new double[draws];
  }

  static Course of(Baseline baseline, Simulation simulation) {
    RandomGenerator random = simulation.seed().generator("level");
    return baseline
        .learned()
        .map(learned -> learned(baseline.level(), learned, simulation.draws(), random))
        .orElseGet(() -> known(baseline, simulation.draws(), random));
  }

  private static Course known(Baseline baseline, int draws, RandomGenerator random) {
    Course course = new Course(1, draws);
    for (int i = 0; i < draws; i++) {
      course.levels[0][i] = baseline.level() + baseline.levelError() * random.nextGaussian();
    }
    Arrays.fill(course.deviations, baseline.deviation());
    Arrays.fill(course.autocorrelations, baseline.autocorrelation());
    return course;
  }

  private static Course learned(double level, Learned from, int draws, RandomGenerator random) {
    Series values = from.values();
    Ar1Posterior posterior = posterior(values, from.cycle());
    Course course = new Course(from.cycle(), draws);
    for (int i = 0; i < draws; i++) {
      Ar1Posterior.Drawn drawn = posterior.draw(random);
      course.deviations[i] = drawn.deviation();
      course.autocorrelations[i] = drawn.correlation();
      for (int position = 0; position < from.cycle(); position++) {
        int before = Math.floorMod(values.size() + position, from.cycle());
        course.levels[position][i] = level + drawn.coefficients()[before];
      }
    }
    return course;
  }

  /// With a coefficient for each position of the season, the first for the first value.
  private static Ar1Posterior posterior(Series values, int cycle) {
    int[] times = IntStream.range(0, values.size()).filter(i -> !values.isMissing(i)).toArray();
    double[][] columns = new double[cycle][times.length];
    double[] y = new double[times.length];
    for (int row = 0; row < times.length; row++) {
      columns[times[row] % cycle][row] = 1;
      y[row] = values.value(times[row]);
    }
    return new Ar1Reml(Design.of(columns, times)).posterior(y);
  }

  /// The level of each draw in a period.
  double[] levels(int period) {
    return levels[period % levels.length];
  }

  /// The level of each draw over the whole season.
  double[] levels() {
    double[] means = new double[deviations.length];
    for (double[] position : levels) {
      for (int i = 0; i < means.length; i++) {
        means[i] += position[i] / levels.length;
      }
    }
    return means;
  }

  double deviation(int draw) {
    return deviations[draw];
  }

  double autocorrelation(int draw) {
    return autocorrelations[draw];
  }

  /// The standard deviation of what is new in a value.
  double innovation(int draw) {
    double r = autocorrelations[draw];
    return deviations[draw] * Math.sqrt(1 - r * r);
  }
}
