package outturn.evidence.structural;

/// A Kalman filter run over a measure and its regressors with the same gains.
///
/// The gains depend on the variances only, so that the surprises of the measure less coefficients
/// times regressors are those of the measure less coefficients times those of the regressors:
/// Durbin, Koopman, *Time Series Analysis by State Space Methods* (2012), 6.2.3.
final class Filter {
  private final Observations observations;
  private final States covariance;

  /// Per series, as expected for the next period.
  private final double[][] states;

  /// Per series, over their standard deviation; those that settle diffuse states are left out.
  private final double[][] surprises;

  private int counted;
  private double logVariances;
  private double logDiffuse;

  /// Runs over all periods.
  Filter(Observations observations, Variances variances) {
    this.observations = observations;
    int size = observations.structure().states();
    this.covariance = new States(size, variances);
    this.states = new double[observations.series()][size];
    this.surprises = new double[observations.series()][observations.used() - size];
    for (int period = 0; period < observations.periods(); period++) {
      if (observations.isUsed(period)) {
        observe(covariance.observe(), period);
      }
      covariance.advance();
      for (double[] state : states) {
        States.advance(state);
      }
    }
  }

  private void observe(Surprise kind, int period) {
    double scale = 1 / Math.sqrt(kind.variance());
    for (int series = 0; series < states.length; series++) {
      double[] state = states[series];
      double surprise = observations.value(series, period) - States.observed(state);
      kind.move(state, surprise);
      if (!kind.isDiffuse()) {
        surprises[series][counted] = surprise * scale;
      }
    }
    if (kind.isDiffuse()) {
      logDiffuse += Math.log(kind.variance());
    } else {
      logVariances += Math.log(kind.variance());
      counted++;
    }
  }

  /// Of one series; one for each observation that was counted.
  double[] surprises(int series) {
    return surprises[series];
  }

  /// Number of observations beyond those that settle the diffuse states.
  int counted() {
    return counted;
  }

  /// Sum of logarithms of the variances of the counted surprises.
  double logVariances() {
    return logVariances;
  }

  /// Sum of logarithms of the diffuse variances of the others.
  double logDiffuse() {
    return logDiffuse;
  }

  /// What the states of a series say about the period after the last.
  double expected(int series) {
    return States.observed(states[series]);
  }

  /// Variance of the observation after the last; call it once, at the end.
  double nextVariance() {
    return covariance.observe().variance();
  }
}
