package outturn.evidence.weights;

import java.util.Arrays;

/// What weights are fitted to: the mean of parts, such as donors, is to be near a target in every
/// place, such as a period. Least squares with a ridge.
public final class Fit {
  private final double[] target;
  private final double[][] parts;
  private final Ridge ridge;

  /// @param target a value for each place
  /// @param parts values of each part in the same places
  public Fit(double[] target, double[][] parts, Ridge ridge) {
    this.target = target;
    this.parts = parts;
    this.ridge = ridge;
  }

  /// The same where target and mean may be a constant apart.
  public Fit withConstant() {
    double[][] centred = Arrays.stream(parts).map(Fit::centred).toArray(double[][]::new);
    return new Fit(centred(target), centred, ridge);
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(v -> v - mean).toArray();
  }

  /// Below this a mean squared error makes no difference: the square of a share of the noise.
  double square(double share) {
    return Math.pow(share * ridge.noise(), 2);
  }

  /// Number of parts.
  int size() {
    return parts.length;
  }

  int places() {
    return target.length;
  }

  /// Inner products of the errors that parts make alone, with the ridge.
  double[][] products() {
    double[][] products = new double[size()][size()];
    for (int j = 0; j < size(); j++) {
      for (int k = 0; k <= j; k++) {
        double sum = j == k ? places() * ridge.square() : 0;
        for (int t = 0; t < places(); t++) {
          sum += (parts[j][t] - target[t]) * (parts[k][t] - target[t]);
        }
        products[j][k] = sum;
        products[k][j] = sum;
      }
    }
    return products;
  }
}
