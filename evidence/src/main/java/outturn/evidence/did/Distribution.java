package outturn.evidence.did;

import java.util.function.UnaryOperator;

/// Figures of many assignments, of which only what is asked for is kept.
final class Distribution {
  /// Ties count as far away, up to rounding.
  private static final double ROUNDING = 1 - 1e-9;

  private final double[] observed;
  private final double[] means;
  private final double[] squares;
  private final int[] asFar;
  private int draws;

  Distribution(double[] observed) {
    this.observed = observed;
    this.means = new double[observed.length];
    this.squares = new double[observed.length];
    this.asFar = new int[observed.length];
  }

  static Distribution of(
      Estimator estimator,
      Assignment assignment,
      UnaryOperator<Assignment> change,
      double[] observed,
      int draws) {
    Distribution distribution = new Distribution(observed);
    for (int i = 0; i < draws; i++) {
      distribution.add(estimator.figures(change.apply(assignment)));
    }
    return distribution;
  }

  private void add(double[] figures) {
    draws++;
    for (int i = 0; i < figures.length; i++) {
      double step = figures[i] - means[i];
      means[i] += step / draws;
      squares[i] += step * (figures[i] - means[i]);
      asFar[i] += Math.abs(figures[i]) >= Math.abs(observed[i]) * ROUNDING ? 1 : 0;
    }
  }

  /// Standard deviation of the draws.
  double deviation(int figure) {
    return Math.sqrt(squares[figure] / (draws - 1));
  }

  /// Share of the draws and the observation itself that are as far from 0. Phipson, Smyth,
  /// *Permutation p-values should never be zero*, Statistical Applications in Genetics and
  /// Molecular Biology 9 (2010), 39.
  double p(int figure) {
    return (asFar[figure] + 1.0) / (draws + 1.0);
  }
}
