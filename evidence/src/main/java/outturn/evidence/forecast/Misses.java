package outturn.evidence.forecast;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/// How far forecasts were from what came, by how many periods they looked ahead; says how far the
/// next ones may be.
///
/// Split conformal prediction: of n sizes of errors that are as good as exchangeable with the next
/// one, the one of rank (n + 1) level is not exceeded with that probability. Vovk, Gammerman,
/// Shafer, *Algorithmic Learning in a Random World* (2005), 4.1; Lei and others, *Distribution-Free
/// Predictive Inference for Regression*, JASA 113 (2018). Farther ahead is never nearer: the
/// largest reach up to a step counts. Where that rank is above n the reach is rough: the model's
/// own deviation times Student's t, and at least the largest miss.
final class Misses {
  private final double[][] sizes;
  private final int[] counts;

  /// @param most misses of each step at most
  Misses(int horizon, int most) {
    this.sizes = new double[horizon][most];
    this.counts = new int[horizon];
  }

  void add(int step, double error) {
    if (Double.isNaN(error)) {
      return;
    }
    double size = Math.abs(error);
    int at = Arrays.binarySearch(sizes[step], 0, counts[step], size);
    int place = at < 0 ? -at - 1 : at;
    System.arraycopy(sizes[step], place, sizes[step], place + 1, counts[step] - place);
    sizes[step][place] = size;
    counts[step]++;
  }

  int count(int step) {
    return counts[step];
  }

  int count() {
    return Arrays.stream(counts).sum();
  }

  /// Whether a step has too few misses for a quantile at this level: 19 are needed for 95 %.
  boolean isRough(int step, double level) {
    return rank(step, level) > counts[step];
  }

  /// Half the widths of the intervals, the first for the next period.
  ///
  /// @param deviations of the model, as many as are asked for
  /// @param values that the model was fitted to
  double[] reaches(double level, double[] deviations, int values) {
    double student = Double.NaN;
    double[] reaches = new double[deviations.length];
    double most = 0;
    for (int j = 0; j < reaches.length; j++) {
      if (isRough(j, level)) {
        student = Double.isNaN(student) ? student(level, values) : student;
        double largest = counts[j] == 0 ? 0 : sizes[j][counts[j] - 1];
        most = Math.max(most, Math.max(student * deviations[j], largest));
      } else {
        most = Math.max(most, sizes[j][rank(j, level) - 1]);
      }
      reaches[j] = most;
    }
    return reaches;
  }

  private int rank(int step, double level) {
    return Math.max(1, (int) Math.ceil(level * (counts[step] + 1) - 1e-9));
  }

  /// Two values at least went into the states.
  private static double student(double level, int values) {
    return new TDistribution(Math.max(1, values - 3)).inverseCumulativeProbability((1 + level) / 2);
  }
}
