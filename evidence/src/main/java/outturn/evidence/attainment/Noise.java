package outturn.evidence.attainment;

import java.util.random.RandomGenerator;
import outturn.evidence.series.Series;

/// The noise around the expected path, AR(1): how likely observations are in each draw, and how
/// each draw goes on from them.
///
/// Box, Jenkins, *Time Series Analysis* (1970), 3.2. Over a gap of k periods the correlation is its
/// k-th power.
final class Noise {
  private final Course course;
  private final double[][] expected;

  /// @param expected by period and draw
  Noise(Course course, double[][] expected) {
    this.course = course;
    this.expected = expected;
  }

  /// The likelihood of the observations in each draw, as a multiple of the greatest one.
  double[] likelihoods(Series observed) {
    double[] logs = new double[expected[0].length];
    int last = -1;
    for (int period = 0; period < observed.size(); period++) {
      if (observed.isMissing(period)) {
        continue;
      }
      for (int i = 0; i < logs.length; i++) {
        double carried = last < 0 ? 0 : power(i, period - last);
        double spread = course.deviation(i) * Math.sqrt(1 - carried * carried);
        double before = last < 0 ? 0 : observed.value(last) - expected[last][i];
        double surprise = observed.value(period) - expected[period][i] - carried * before;
        logs[i] -= surprise * surprise / (2 * spread * spread) + StrictMath.log(spread);
      }
      last = period;
    }
    double most = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      most = Math.max(most, log);
    }
    for (int i = 0; i < logs.length; i++) {
      logs[i] = StrictMath.exp(logs[i] - most);
    }
    return logs;
  }

  /// The values of every particle by period: what was observed, then the expected path with noise
  /// that goes on from the last observation.
  double[][] values(Particles particles, Series observed, RandomGenerator random) {
    double[] noise = new double[particles.count()];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = course.deviation(particles.draw(i)) * random.nextGaussian();
    }
    double[][] values = new double[expected.length][noise.length];
    for (int period = 0; period < expected.length; period++) {
      boolean isPast = period < observed.size();
      boolean isKnown = isPast && !observed.isMissing(period);
      for (int i = 0; i < noise.length; i++) {
        int draw = particles.draw(i);
        double mean = expected[period][draw];
        double next =
            period == 0
                ? noise[i]
                : course.autocorrelation(draw) * noise[i]
                    + course.innovation(draw) * random.nextGaussian();
        noise[i] = isKnown ? observed.value(period) - mean : next;
        values[period][i] = isPast ? observed.value(period) : mean + noise[i];
      }
    }
    return values;
  }

  private double power(int draw, int periods) {
    double r = course.autocorrelation(draw);
    return periods == 1 ? r : StrictMath.pow(r, periods);
  }
}
