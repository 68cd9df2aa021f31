package outturn.evidence.attainment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The draws of a plan as they count after observations.
final class Particles {
  private static final double ENOUGH = .2;

  private final int[] draws;
  private final double[] weights;
  private final double effective;

  private Particles(int[] draws, double[] weights, double effective) {
    this.draws = draws;
    this.weights = weights;
    this.effective = effective;
  }

  /// Every draw counts the same: nothing has been observed.
  static Particles all(int count) {
    return new Particles(numbers(count), equal(count), count);
  }

  /// Draws that count by likelihood. Where the effective number falls below a fifth, particles are
  /// drawn anew by their weights, so that unlikely draws do not take up room.
  ///
  /// Kitagawa, *Monte Carlo Filter and Smoother for Non-Gaussian Nonlinear State Space Models*,
  /// Journal of Computational and Graphical Statistics 5 (1996), 1-25: stratified resampling with
  /// one random number; effective number: Kong, Liu, Wong, JASA 89 (1994), 278-288.
  static Particles of(double[] likelihoods, RandomGenerator random) {
    double sum = Arrays.stream(likelihoods).sum();
    double[] weights = Arrays.stream(likelihoods).map(each -> each / sum).toArray();
    double effective = 1 / Arrays.stream(weights).map(weight -> weight * weight).sum();
    int count = weights.length;
    return effective >= ENOUGH * count
        ? new Particles(numbers(count), weights, effective)
        : new Particles(resampled(weights, random.nextDouble()), equal(count), effective);
  }

  int count() {
    return draws.length;
  }

  /// The number of the draw behind a particle.
  int draw(int particle) {
    return draws[particle];
  }

  /// All weights sum to 1.
  double weight(int particle) {
    return weights[particle];
  }

  double[] weights() {
    return weights;
  }

  /// The number of equally weighted draws that tell as much.
  double effective() {
    return effective;
  }

  /// The values of an input, one per particle.
  double[] of(double[] values) {
    return Arrays.stream(draws).mapToDouble(draw -> values[draw]).toArray();
  }

  private static int[] resampled(double[] weights, double offset) {
    int[] chosen = new int[weights.length];
    double sum = 0;
    int next = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      while (next < chosen.length && (next + offset) / chosen.length < sum) {
        chosen[next++] = i;
      }
    }
    // Rounding may leave the last places empty.
    Arrays.fill(chosen, next, chosen.length, next > 0 ? chosen[next - 1] : 0);
    return chosen;
  }

  private static int[] numbers(int count) {
    int[] numbers = new int[count];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  private static double[] equal(int count) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1.0 / count);
    return weights;
  }
}
