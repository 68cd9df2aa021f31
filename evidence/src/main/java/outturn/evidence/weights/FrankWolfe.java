package outturn.evidence.weights;

import java.util.Arrays;

/// Weights by steps towards one part at a time, in two rounds: after the first, small weights are
/// dropped.
///
/// Arkhangelsky, Athey, Hirshberg, Imbens, Wager, *Synthetic difference-in-differences*, American
/// Economic Review 111 (2021), 4088-4118, as their R package synthdid stops it: no more than 100
/// and 10,000 steps, or an error per place that falls by less than the square of 1e-5 of the noise.
/// The result is near the exact one, not equal to it.
final class FrankWolfe {
  private static final int FIRST_STEPS = 100;
  private static final int STEPS = 10_000;
  private static final double LEAST_DECREASE = 1e-5;
  private static final double KEPT = 1 / 4.0;

  private final double[][] products;
  private final double leastDecrease;
  private final int places;

  FrankWolfe(Fit fit) {
    this.products = fit.products();
    this.places = fit.places();
    this.leastDecrease = fit.square(LEAST_DECREASE);
  }

  double[] weights() {
    double[] weights = new double[products.length];
    Arrays.fill(weights, 1.0 / weights.length);
    improve(weights, FIRST_STEPS);
    drop(weights);
    improve(weights, STEPS);
    return weights;
  }

  private static void drop(double[] weights) {
    double largest = Arrays.stream(weights).max().orElse(0);
    double sum = Arrays.stream(weights).filter(w -> w > KEPT * largest).sum();
    for (int j = 0; j < weights.length; j++) {
      weights[j] = weights[j] > KEPT * largest ? weights[j] / sum : 0;
    }
  }

  private void improve(double[] weights, int most) {
    double[] slopes = slopes(weights);
    double before = Double.POSITIVE_INFINITY;
    for (int i = 0; i < most; i++) {
      step(weights, slopes);
      double error = square(weights, slopes) / places;
      if (i > 0 && before - error <= leastDecrease) {
        return;
      }
      before = error;
    }
  }

  /// Goes as far towards the part that helps most as it helps; slopes go along.
  private void step(double[] weights, double[] slopes) {
    int best = 0;
    for (int j = 1; j < slopes.length; j++) {
      best = slopes[j] < slopes[best] ? j : best;
    }
    double square = square(weights, slopes);
    double length = square - 2 * slopes[best] + products[best][best];
    if (!(length > 0)) {
      return;
    }
    double share = Math.clamp((square - slopes[best]) / length, 0, 1);
    for (int j = 0; j < weights.length; j++) {
      weights[j] *= 1 - share;
      slopes[j] += share * (products[best][j] - slopes[j]);
    }
    weights[best] += share;
  }

  private double[] slopes(double[] weights) {
    double[] slopes = new double[weights.length];
    for (int j = 0; j < slopes.length; j++) {
      for (int k = 0; k < weights.length; k++) {
        slopes[j] += products[j][k] * weights[k];
      }
    }
    return slopes;
  }

  private static double square(double[] weights, double[] slopes) {
    double square = 0;
    for (int j = 0; j < weights.length; j++) {
      square += weights[j] * slopes[j];
    }
    return square;
  }
}
