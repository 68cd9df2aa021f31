package outturn.evidence.bsts;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws a level and a season given what is left of the measure.
///
/// The seasonal effects of a cycle sum to noise: Harvey, *Forecasting, Structural Time Series
/// Models and the Kalman Filter* (1989), 2.3.4. States are drawn from the model, and corrected by
/// the smoothed states of what is observed less what was drawn: Durbin, Koopman, *A simple and
/// efficient simulation smoother for state space time series analysis*, Biometrika 89 (2002),
/// 603-616, with a mean of 0 for the first drawn states as Jarociński, *A note on implementing the
/// Durbin and Koopman simulation smoother*, Computational Statistics & Data Analysis 91 (2015),
/// 1-3, says.
final class SeasonalSampler {
  private final int size;
  private final double start;
  private final SeasonalFilter filter;
  private final double[] state;
  private final double[] rest;

  /// Per period, what later surprises say of its states.
  private final double[][] later;

  /// @param cycle periods of a season
  /// @param start mean of the first level; that of the seasonal effects is 0, all variances are 1
  SeasonalSampler(int periods, int cycle, double start) {
    this.size = cycle;
    this.start = start;
    this.filter = new SeasonalFilter(periods, cycle);
    this.state = new double[cycle];
    this.rest = new double[periods];
    this.later = new double[periods + 1][cycle];
  }

  /// @param left measure less regression, `NaN` where it is missing
  /// @param into overwritten per period with the level, then the effects of it and those before
  void draw(double[] left, SeasonalVariances variances, double[][] into, RandomGenerator random) {
    double step = Math.sqrt(variances.step());
    double season = Math.sqrt(variances.season());
    double noise = Math.sqrt(variances.noise());
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; i == 0 && j < size; j++) {
        state[j] = random.nextGaussian();
      }
      if (i > 0) {
        advance(state);
        state[0] += step * random.nextGaussian();
        state[1] += season * random.nextGaussian();
      }
      System.arraycopy(state, 0, into[i], 0, size);
      double missing = left[i];
      rest[i] =
          Double.isNaN(missing)
              ? missing
              : missing - state[0] - state[1] - noise * random.nextGaussian();
    }
    smooth(rest, variances);
    Arrays.fill(state, 0);
    state[0] = start;
    for (int i = 0; i < left.length; i++) {
      if (i > 0) {
        advance(state);
        state[0] += variances.step() * later[i][0];
        state[1] += variances.season() * later[i][1];
      } else {
        add(state, later[0]);
      }
      add(into[i], state);
    }
  }

  /// Koopman, *Disturbance smoother for state space models*, Biometrika 80 (1993), 117-126.
  private void smooth(double[] observed, SeasonalVariances variances) {
    filter.run(observed, start, variances);
    Arrays.fill(later[observed.length], 0);
    for (int i = observed.length - 1; i >= 0; i--) {
      back(later[i + 1], later[i]);
      if (!Double.isNaN(observed[i])) {
        double share = filter.weigh(i, later[i]);
        later[i][0] += share;
        later[i][1] += share;
      }
    }
  }

  /// The transposed step: what later periods say of a state, one period earlier.
  private static void back(double[] from, double[] to) {
    int last = from.length - 1;
    to[0] = from[0];
    for (int j = 1; j < last; j++) {
      to[j] = from[j + 1] - from[1];
    }
    to[last] = -from[1];
  }

  private static void add(double[] to, double[] what) {
    for (int j = 0; j < to.length; j++) {
      to[j] += what[j];
    }
  }

  /// The seasonal effect that is expected for the next period.
  static double next(double[] state) {
    double sum = 0;
    for (int j = 1; j < state.length; j++) {
      sum -= state[j];
    }
    return sum;
  }

  /// The states of the next period, without what is random.
  static void advance(double[] state) {
    double next = next(state);
    System.arraycopy(state, 1, state, 2, state.length - 2);
    state[1] = next;
  }
}
