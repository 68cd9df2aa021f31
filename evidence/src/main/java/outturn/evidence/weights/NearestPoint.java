package outturn.evidence.weights;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import outturn.evidence.regression.Triangle;

/// The weights that solve the quadratic programme exactly: the point nearest to the target among
/// all weighted means of the parts.
///
/// Wolfe, *Finding the nearest point in a polytope*, Mathematical Programming 11 (1976), 128-149: a
/// set of active parts grows by the one that helps most and shrinks by those whose weights would be
/// negative, until none helps.
final class NearestPoint {
  private static final double TOLERANCE = 1e-12;

  private final double[][] products;
  private final double scale;
  private double[] weights;
  private int[] active;

  NearestPoint(Fit fit) {
    this.products = fit.products();
    this.scale = Math.max(largest(products), Double.MIN_NORMAL);
    this.weights = new double[fit.size()];
    this.active = new int[] {best(row -> products[row][row])};
    weights[active[0]] = 1;
  }

  private static double largest(double[][] products) {
    double largest = 0;
    for (int i = 0; i < products.length; i++) {
      largest = Math.max(largest, products[i][i]);
    }
    return largest;
  }

  private int best(IntToDoubleFunction cost) {
    int best = 0;
    for (int j = 1; j < products.length; j++) {
      best = cost.applyAsDouble(j) < cost.applyAsDouble(best) ? j : best;
    }
    return best;
  }

  double[] weights() {
    // Each round ends nearer than the one before, so no set comes back; the bound is for rounding.
    for (int round = 0; round < 50 * products.length; round++) {
      double[] slopes = slopes();
      int next = best(j -> slopes[j]);
      double square = square(slopes);
      boolean known = Arrays.stream(active).anyMatch(j -> j == next);
      if (known || square - slopes[next] <= TOLERANCE * scale || !taken(next)) {
        return weights;
      }
    }
    return weights;
  }

  private double[] slopes() {
    double[] slopes = new double[weights.length];
    for (int j = 0; j < slopes.length; j++) {
      for (int k : active) {
        slopes[j] += products[j][k] * weights[k];
      }
    }
    return slopes;
  }

  private double square(double[] slopes) {
    double square = 0;
    for (int k : active) {
      square += slopes[k] * weights[k];
    }
    return square;
  }

  /// Takes a part in and those out that it makes superfluous; false if rounding forbids it.
  private boolean taken(int next) {
    double[] weightsBefore = weights.clone();
    int[] activeBefore = active;
    active = Arrays.copyOf(active, active.length + 1);
    active[active.length - 1] = next;
    try {
      while (true) {
        double[] free = free();
        double step = step(free);
        for (int i = 0; i < active.length; i++) {
          weights[active[i]] += step * (free[i] - weights[active[i]]);
        }
        if (step >= 1) {
          return true;
        }
        leave(free);
      }
    } catch (ArithmeticException _) {
      weights = weightsBefore;
      active = activeBefore;
      return false;
    }
  }

  /// Weights of the active parts of sum 1 that fit best, whatever their sign.
  private double[] free() {
    double[][] system = new double[active.length][active.length];
    double[] ones = new double[active.length];
    Arrays.fill(ones, 1);
    for (int i = 0; i < active.length; i++) {
      for (int j = 0; j < active.length; j++) {
        system[i][j] = 1 + products[active[i]][active[j]] / scale;
      }
    }
    double[][] root = Triangle.cholesky(system);
    double[] solution = Triangle.backward(root, Triangle.forward(root, ones));
    double sum = Arrays.stream(solution).sum();
    return Arrays.stream(solution).map(v -> v / sum).toArray();
  }

  /// How far to go towards the free weights before one of them is negative.
  private double step(double[] free) {
    double step = 1;
    for (int i = 0; i < free.length; i++) {
      double weight = weights[active[i]];
      if (free[i] < 0) {
        step = Math.min(step, weight / (weight - free[i]));
      }
    }
    return step;
  }

  /// Takes those out that have no weight left and would get less.
  private void leave(double[] free) {
    int least = -1;
    for (int i = 0; i < free.length; i++) {
      boolean less = least < 0 || weights[active[i]] < weights[active[least]];
      least = free[i] < 0 && less ? i : least;
    }
    int gone = active[least];
    weights[gone] = 0;
    active = Arrays.stream(active).filter(j -> j != gone).toArray();
  }
}
