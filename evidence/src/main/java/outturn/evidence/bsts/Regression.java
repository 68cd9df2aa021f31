package outturn.evidence.bsts;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import outturn.evidence.regression.Triangle;

/// Coefficients of controls of which only some may count, with the noise about them.
///
/// George, McCulloch, *Approaches for Bayesian Variable Selection*, Statistica Sinica 7 (1997),
/// 339-373; the priors are those of R's bsts in CausalImpact: a coefficient is expected with
/// probability 3/k, a slab of the weight of .01 observations, and noise of a fifth of the variance
/// with the weight of 50. The first column is the intercept.
final class Regression {
  private static final double EXPECTED = 3;
  private static final double SLAB = .01;
  private static final double DEGREES = 50;
  private static final double SHARE_LEFT = 1 - .8;

  /// Largest noise in standard deviations of the measure.
  private static final double LARGEST = 1.2;

  private final double[][] columns;
  private final double[][] prior;
  private final double[][] posterior;
  private final double odds;
  private final boolean[] included;
  private final double[] coefficients;
  private double noise = SHARE_LEFT;

  /// @param columns of the standardised regressors in the observed periods
  Regression(double[][] columns) {
    int k = columns.length;
    this.columns = columns;
    this.prior = new double[k][k];
    this.posterior = new double[k][k];
    double probability = Math.min(1, EXPECTED / k);
    this.odds = Math.log(probability / (1 - probability));
    this.included = new boolean[k];
    this.coefficients = new double[k];
    double weight = SLAB / columns[0].length;
    for (int a = 0; a < k; a++) {
      included[a] = true;
      for (int b = 0; b < k; b++) {
        double product = Triangle.dot(columns[a], columns[b]);
        prior[a][b] = weight * (a == b ? product : product / 2);
        posterior[a][b] = product + prior[a][b];
      }
    }
  }

  double noise() {
    return noise;
  }

  double[] coefficients() {
    return coefficients.clone();
  }

  boolean isIncluded(int column) {
    return included[column];
  }

  /// Draws which columns count, the noise and the coefficients.
  ///
  /// @param target measure less level in the observed periods
  void draw(double[] target, RandomGenerator random) {
    double[] crossed = new double[columns.length];
    for (int j = 0; j < crossed.length; j++) {
      crossed[j] = Triangle.dot(columns[j], target);
    }
    double squares = DEGREES * SHARE_LEFT + Triangle.dot(target, target);
    double degrees = DEGREES + target.length;
    if (Double.isFinite(odds)) {
      for (int j : shuffled(random)) {
        flip(j, crossed, squares, degrees, random);
      }
    }
    Chosen chosen = new Chosen(crossed);
    noise = Gamma.variance(degrees, squares - chosen.explained(), LARGEST * LARGEST, random);
    chosen.draw(random);
  }

  private int[] shuffled(RandomGenerator random) {
    int[] order = IntStream.range(0, columns.length).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private void flip(
      int column, double[] crossed, double squares, double degrees, RandomGenerator random) {
    included[column] = true;
    double with = odds + new Chosen(crossed).likelihood(squares, degrees);
    included[column] = false;
    double without = new Chosen(crossed).likelihood(squares, degrees);
    included[column] = Math.log(1 / random.nextDouble() - 1) < with - without;
  }

  /// The columns that count at present.
  private final class Chosen {
    private final int[] which;
    private final double[][] factor;
    private final double[] projection;

    Chosen(double[] crossed) {
      this.which = IntStream.range(0, columns.length).filter(j -> included[j]).toArray();
      this.factor = Triangle.cholesky(part(posterior));
      this.projection =
          Triangle.forward(factor, IntStream.of(which).mapToDouble(j -> crossed[j]).toArray());
    }

    private double[][] part(double[][] matrix) {
      return IntStream.of(which)
          .mapToObj(a -> IntStream.of(which).mapToDouble(b -> matrix[a][b]).toArray())
          .toArray(double[][]::new);
    }

    double explained() {
      return Triangle.dot(projection, projection);
    }

    /// Logarithm of the marginal likelihood without constants.
    double likelihood(double squares, double degrees) {
      double[][] priorFactor = Triangle.cholesky(part(prior));
      double determinants = 0;
      for (int a = 0; a < which.length; a++) {
        determinants += Math.log(priorFactor[a][a]) - Math.log(factor[a][a]);
      }
      return determinants - degrees / 2 * Math.log(squares - explained());
    }

    void draw(RandomGenerator random) {
      double[] moved = projection.clone();
      for (int a = 0; a < moved.length; a++) {
        moved[a] += Math.sqrt(noise) * random.nextGaussian();
      }
      double[] drawn = Triangle.backward(factor, moved);
      Arrays.fill(coefficients, 0);
      for (int a = 0; a < which.length; a++) {
        coefficients[which[a]] = drawn[a];
      }
    }
  }
}
