package outturn.evidence.regression;

import java.util.Arrays;

/// Products u' V⁻¹ v under AR(1) noise of variance 1 as sums that do not know the correlation: one
/// for the first row, three for each length of gap. So a correlation is tried without a pass over
/// the rows.
///
/// V⁻¹ has the terms (u(i) - s u(j)) (v(i) - s v(j)) / (1 - s²) for neighbours j, i that are g
/// periods apart, s = r^g, and u(0) v(0).
final class Ar1Products {
  private final int[] times;
  private final int[] gaps;
  private final int[] counts;

  /// Per row but the first the place of its gap in `gaps`.
  private final int[] kinds;

  Ar1Products(int[] times) {
    this.times = times;
    this.gaps = distinctGaps();
    this.counts = new int[gaps.length];
    this.kinds = new int[times.length];
    for (int i = 1; i < times.length; i++) {
      kinds[i] = Arrays.binarySearch(gaps, times[i] - times[i - 1]);
      counts[kinds[i]]++;
    }
  }

  private int[] distinctGaps() {
    int[] all = new int[times.length - 1];
    for (int i = 1; i < times.length; i++) {
      all[i - 1] = times[i] - times[i - 1];
    }
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  /// The sums, each to be weighted.
  double[] sums(double[] u, double[] v) {
    double[] sums = new double[1 + 3 * gaps.length];
    sums[0] = u[0] * v[0];
    for (int i = 1; i < times.length; i++) {
      int at = 1 + 3 * kinds[i];
      sums[at] += u[i] * v[i];
      sums[at + 1] += u[i] * v[i - 1] + u[i - 1] * v[i];
      sums[at + 2] += u[i - 1] * v[i - 1];
    }
    return sums;
  }

  /// The vectors whose products with v are the sums of `u` and v.
  double[][] rows(double[] u) {
    double[][] rows = new double[1 + 3 * gaps.length][times.length];
    rows[0][0] = u[0];
    for (int i = 1; i < times.length; i++) {
      int at = 1 + 3 * kinds[i];
      rows[at][i] += u[i];
      rows[at + 1][i - 1] += u[i];
      rows[at + 1][i] += u[i - 1];
      rows[at + 2][i - 1] += u[i - 1];
    }
    return rows;
  }

  double[] weights(double r) {
    double[] weights = new double[1 + 3 * gaps.length];
    weights[0] = 1;
    for (int g = 0; g < gaps.length; g++) {
      double over = Ar1.power(r, gaps[g]);
      double free = 1 - over * over;
      weights[1 + 3 * g] = 1 / free;
      weights[2 + 3 * g] = -over / free;
      weights[3 + 3 * g] = over * over / free;
    }
    return weights;
  }

  /// ln |V|.
  double logDeterminant(double r) {
    double sum = 0;
    for (int g = 0; g < gaps.length; g++) {
      double over = Ar1.power(r, gaps[g]);
      sum += counts[g] * Math.log1p(-over * over);
    }
    return sum;
  }
}
