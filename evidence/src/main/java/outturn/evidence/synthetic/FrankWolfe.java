package outturn.evidence.synthetic;

import java.util.Arrays;

/// Weights by steps towards one donor at a time, in two rounds: after the first, small weights are
/// dropped.
///
/// Arkhangelsky, Athey, Hirshberg, Imbens, Wager, *Synthetic difference-in-differences*, American
/// Economic Review 111 (2021), 4088-4118, as their R package synthdid stops it: no more than 100
/// and 10,000 steps, or an error per period that falls by less than the square of 1e-5 of the
/// noise. The result is near the exact one, not equal to it.
final class FrankWolfe {
  private static final int FIRST_STEPS = 100;
  private static final int STEPS = 10_000;
  private static final double LEAST_DECREASE = 1e-5;
  private static final double KEPT = 1 / 4.0;

  private final double[][] products;
  private final double leastDecrease;
  private final int periods;

  FrankWolfe(Fit fit) {
    this.products = fit.products();
    this.periods = fit.periods();
    this.leastDecrease = Math.pow(LEAST_DECREASE * fit.noise(), 2);
  }

  double[] weights() {
    double[] equal = new double[products.length];
    Arrays.fill(equal, 1.0 / equal.length);
    return improved(sparse(improved(equal, FIRST_STEPS)), STEPS);
  }

  private static double[] sparse(double[] weights) {
    double largest = Arrays.stream(weights).max().orElse(0);
    double[] kept = Arrays.stream(weights).map(w -> w <= KEPT * largest ? 0 : w).toArray();
    double sum = Arrays.stream(kept).sum();
    return Arrays.stream(kept).map(w -> w / sum).toArray();
  }

  private double[] improved(double[] start, int most) {
    double[] weights = start;
    double before = Double.POSITIVE_INFINITY;
    for (int i = 0; i < most; i++) {
      weights = step(weights);
      double error = square(weights, slopes(weights)) / periods;
      if (i > 0 && before - error <= leastDecrease) {
        return weights;
      }
      before = error;
    }
    return weights;
  }

  private double[] step(double[] weights) {
    double[] slopes = slopes(weights);
    int best = 0;
    for (int j = 1; j < slopes.length; j++) {
      best = slopes[j] < slopes[best] ? j : best;
    }
    double square = square(weights, slopes);
    double length = square - 2 * slopes[best] + products[best][best];
    if (!(length > 0)) {
      return weights;
    }
    double share = Math.clamp((square - slopes[best]) / length, 0, 1);
    double[] next = Arrays.stream(weights).map(w -> w * (1 - share)).toArray();
    next[best] += share;
    return next;
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
