package outturn.evidence.changepoint;

import java.util.ArrayList;
import java.util.List;

/// The cut of values into levels with the least sum of squares and penalties.
///
/// Optimal partitioning of Jackson and others, *An Algorithm for Optimal Partitioning of Data on an
/// Interval*, IEEE Signal Processing Letters 12 (2005), 105-108, with the pruning of Killick,
/// Fearnhead, Eckley, *Optimal Detection of Changepoints with a Linear Computational Cost*, JASA
/// 107 (2012), 1590-1598 (PELT). The answer is exact; pruning only saves time.
final class Partition {
  private final double[] sums;
  private final double[] squares;
  private final double penalty;
  private final int least;

  /// Of the first t values, less one penalty.
  private final double[] costs;

  /// Where the last segment of the first t values begins.
  private final int[] starts;

  /// @param values without their mean, so that squares lose no digits
  /// @param penalty of a change, in squares of the unit
  /// @param least values of a segment
  Partition(double[] values, double penalty, int least) {
    int n = values.length;
    this.sums = new double[n + 1];
    this.squares = new double[n + 1];
    for (int i = 0; i < n; i++) {
      sums[i + 1] = sums[i] + values[i];
      squares[i + 1] = squares[i] + values[i] * values[i];
    }
    this.penalty = penalty;
    this.least = least;
    this.costs = new double[n + 1];
    this.starts = new int[n + 1];
    costs[0] = -penalty;
    search();
  }

  private void search() {
    int n = costs.length - 1;
    int[] candidates = new int[n + 1];
    // From which end on a candidate is beaten: only ends that leave a whole segment after t count.
    int[] beaten = new int[n + 1];
    int count = 0;
    for (int t = 1; t <= n; t++) {
      int opened = t - least;
      if (opened == 0 || opened >= least) {
        candidates[count] = opened;
        beaten[count++] = Integer.MAX_VALUE;
      }
      costs[t] = Double.POSITIVE_INFINITY;
      int kept = 0;
      for (int c = 0; c < count; c++) {
        if (beaten[c] > t) {
          candidates[kept] = candidates[c];
          beaten[kept++] = beaten[c];
          improve(t, candidates[c]);
        }
      }
      count = kept;
      for (int c = 0; c < count; c++) {
        boolean open = beaten[c] == Integer.MAX_VALUE;
        if (open && costs[candidates[c]] + squaresWithin(candidates[c], t) > costs[t]) {
          beaten[c] = t + least;
        }
      }
    }
  }

  private void improve(int end, int start) {
    double cost = costs[start] + squaresWithin(start, end) + penalty;
    if (cost < costs[end]) {
      costs[end] = cost;
      starts[end] = start;
    }
  }

  /// Sum of squares about the mean of the values from `start` to before `end`.
  private double squaresWithin(int start, int end) {
    double sum = sums[end] - sums[start];
    return Math.max(0, squares[end] - squares[start] - sum * sum / (end - start));
  }

  /// Squares within all segments, and a penalty for each change.
  double cost() {
    return costs[costs.length - 1];
  }

  /// The index of the first value of each segment but the first, ascending.
  List<Integer> changes() {
    List<Integer> changes = new ArrayList<>();
    for (int t = starts[starts.length - 1]; t > 0; t = starts[t]) {
      changes.addFirst(t);
    }
    return changes;
  }
}
