package outturn.evidence.quantity;

import java.util.Arrays;

/// What nine in ten, half and one in ten of the possible values exceed: P10, P50 and P90, in the
/// unit of the quantity.
public record Spread(double p10, double p50, double p90) {

  /// Of at least one draw, all of them numbers.
  ///
  /// Hyndman, Fan, *Sample Quantiles in Statistical Packages*, American Statistician 50 (1996),
  /// 361-365: definition 7, the default of R.
  public static Spread of(double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    return new Spread(quantile(sorted, .1), quantile(sorted, .5), quantile(sorted, .9));
  }

  /// Of draws that count differently: the least value up to which the share of all weight lies.
  ///
  /// @param weights one per draw, 0 or more, not all 0
  public static Spread of(double[] draws, double[] weights) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    double[] sums = new double[sorted.length];
    for (int i = 0; i < draws.length; i++) {
      sums[Arrays.binarySearch(sorted, draws[i])] += weights[i];
    }
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return new Spread(
        quantile(sorted, sums, .1), quantile(sorted, sums, .5), quantile(sorted, sums, .9));
  }

  private static double quantile(double[] sorted, double[] sums, double share) {
    double wanted = share * sums[sums.length - 1];
    int at = 0;
    while (sums[at] < wanted) {
      at++;
    }
    return sorted[at];
  }

  /// @param sorted ascending, at least one
  /// @param share in 0..1
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
