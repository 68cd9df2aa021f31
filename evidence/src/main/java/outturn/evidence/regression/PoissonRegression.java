package outturn.evidence.regression;

import java.util.Optional;
import outturn.evidence.series.Series;

/// Regression of counts with log link and the logarithm of an exposure as offset.
///
/// Iterated weighted least squares: McCullagh, Nelder, *Generalized Linear Models* (1989), 2.5 and
/// 6.2. Assumes that a count, given the regressors, says nothing about the next one.
public final class PoissonRegression {
  private static final int MOST_ROUNDS = 60;
  private static final double SETTLED = 1e-12;

  private final Design design;
  private final double[] counts;
  private final double[] offsets;

  private PoissonRegression(Design design, double[] counts, double[] offsets) {
    this.design = design;
    this.counts = counts;
    this.offsets = offsets;
  }

  /// @param offsets logarithms of the exposure, per row
  /// @return empty where the rounds do not settle, as when all counts of one side are 0
  public static Optional<Fit> fit(
      Design design, double[] counts, double[] offsets, Dispersion assumed) {
    return new PoissonRegression(design, counts, offsets).fit(assumed);
  }

  private Optional<Fit> fit(Dispersion assumed) {
    double[] means = new double[counts.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = counts[i] + .1;
    }
    double deviance = Double.POSITIVE_INFINITY;
    try {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        double[][] factor = factor(means);
        double[] coordinates = solve(factor, means);
        means = means(coordinates);
        double next = deviance(means);
        if (Math.abs(next - deviance) <= SETTLED * (Math.abs(next) + .1)) {
          return Optional.of(finished(coordinates, means, assumed));
        }
        deviance = next;
      }
    } catch (ArithmeticException _) {
      // Weights that have run to 0: a coefficient is on its way to infinity.
    }
    return Optional.empty();
  }

  private Fit finished(double[] coordinates, double[] means, Dispersion assumed) {
    double[] pearson = new double[counts.length];
    for (int i = 0; i < pearson.length; i++) {
      pearson[i] = (counts[i] - means[i]) / Math.sqrt(means[i]);
    }
    int free = design.rows() - design.size();
    double dispersion = Triangle.dot(pearson, pearson) / free;
    double[][] covariance = Triangle.inverse(factor(means));
    if (assumed == Dispersion.QUASI_POISSON) {
      for (double[] row : covariance) {
        for (int j = 0; j < row.length; j++) {
          row[j] *= dispersion;
        }
      }
    }
    double quantiles = assumed == Dispersion.QUASI_POISSON ? free : Double.POSITIVE_INFINITY;
    Series left = Series.of(pearson);
    return new Fit(
        design, coordinates, covariance, quantiles, new Noise(left, left, 0, dispersion));
  }

  private double[] solve(double[][] factor, double[] means) {
    double[] right = new double[design.size()];
    for (int j = 0; j < right.length; j++) {
      for (int i = 0; i < means.length; i++) {
        double working = Math.log(means[i]) - offsets[i] + (counts[i] - means[i]) / means[i];
        right[j] += design.basis()[j][i] * means[i] * working;
      }
    }
    return Triangle.backward(factor, Triangle.forward(factor, right));
  }

  private double[][] factor(double[] weights) {
    double[][] basis = design.basis();
    double[][] sums = new double[basis.length][basis.length];
    for (int a = 0; a < basis.length; a++) {
      for (int b = 0; b <= a; b++) {
        for (int i = 0; i < weights.length; i++) {
          sums[a][b] += basis[a][i] * basis[b][i] * weights[i];
        }
      }
    }
    return Triangle.cholesky(sums);
  }

  private double[] means(double[] coordinates) {
    double[] means = new double[counts.length];
    for (int i = 0; i < means.length; i++) {
      double linear = offsets[i];
      for (int j = 0; j < coordinates.length; j++) {
        linear += coordinates[j] * design.basis()[j][i];
      }
      means[i] = Math.exp(linear);
      if (!(means[i] > 1e-9 && means[i] < 1e15)) {
        throw new ArithmeticException("a mean runs away");
      }
    }
    return means;
  }

  private double deviance(double[] means) {
    double sum = 0;
    for (int i = 0; i < means.length; i++) {
      double ratio = counts[i] == 0 ? 0 : counts[i] * Math.log(counts[i] / means[i]);
      sum += 2 * (ratio - (counts[i] - means[i]));
    }
    return sum;
  }
}
