package outturn.evidence.bsts;

import java.util.Arrays;

/// The Kalman filter of a level and a season. Durbin, Koopman, *Time Series Analysis by State Space
/// Methods* (2012), 4.3.
final class SeasonalFilter {
  private final int size;

  /// Covariance of the states of the present period, given those before.
  private final double[][] covariance;

  private final double[] state;

  /// Per period, covariances of the states with the observation.
  private final double[][] crossed;

  private final double[] surprises;
  private final double[] variances;

  SeasonalFilter(int periods, int cycle) {
    this.size = cycle;
    this.covariance = new double[cycle][cycle];
    this.state = new double[cycle];
    this.crossed = new double[periods][cycle];
    this.surprises = new double[periods];
    this.variances = new double[periods];
  }

  /// @param observed `NaN` where it is missing
  /// @param start mean of the first level
  void run(double[] observed, double start, SeasonalVariances of) {
    Arrays.fill(state, 0);
    state[0] = start;
    for (int a = 0; a < size; a++) {
      Arrays.fill(covariance[a], 0);
      covariance[a][a] = 1;
    }
    for (int i = 0; i < observed.length; i++) {
      if (!Double.isNaN(observed[i])) {
        observe(i, observed[i], of.noise());
      }
      SeasonalSampler.advance(state);
      advance(of);
    }
  }

  private void observe(int period, double value, double noise) {
    double[] with = crossed[period];
    for (int a = 0; a < size; a++) {
      with[a] = covariance[a][0] + covariance[a][1];
    }
    double variance = with[0] + with[1] + noise;
    double surprise = value - state[0] - state[1];
    surprises[period] = surprise;
    variances[period] = variance;
    for (int a = 0; a < size; a++) {
      double gain = with[a] / variance;
      state[a] += gain * surprise;
      double[] row = covariance[a];
      for (int b = 0; b < size; b++) {
        row[b] -= gain * with[b];
      }
    }
  }

  private void advance(SeasonalVariances of) {
    double[] sums = new double[size];
    double all = 0;
    for (int a = 1; a < size; a++) {
      double[] row = covariance[a];
      for (int b = 0; b < size; b++) {
        sums[b] -= row[b];
      }
    }
    for (int b = 1; b < size; b++) {
      all -= sums[b];
    }
    for (int a = size - 1; a > 1; a--) {
      System.arraycopy(covariance[a - 1], 1, covariance[a], 2, size - 2);
      covariance[a][0] = covariance[a - 1][0];
      covariance[a][1] = sums[a - 1];
    }
    for (int a = 2; a < size; a++) {
      covariance[1][a] = covariance[a][1];
      covariance[0][a] = covariance[a][0];
    }
    covariance[1][1] = all + of.season();
    covariance[0][1] = sums[0];
    covariance[1][0] = sums[0];
    covariance[0][0] += of.step();
  }

  /// The surprise of a period and what is known from later ones, weighed for the observed states.
  double weigh(int period, double[] later) {
    double known = 0;
    for (int a = 0; a < size; a++) {
      known += crossed[period][a] * later[a];
    }
    return (surprises[period] - known) / variances[period];
  }
}
