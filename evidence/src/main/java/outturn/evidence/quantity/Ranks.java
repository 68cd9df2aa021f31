package outturn.evidence.quantity;

import java.util.Arrays;

/// The ranks of draws; equal draws share the mean of theirs.
///
/// Spearman, *The Proof and Measurement of Association between Two Things*, American Journal of
/// Psychology 15 (1904), 72-101.
public final class Ranks {
  private final double[] ranks;

  private Ranks(double[] ranks) {
    this.ranks = ranks;
  }

  public static Ranks of(double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    double[] shared = shared(sorted);
    double[] ranks = new double[draws.length];
    for (int i = 0; i < draws.length; i++) {
      ranks[i] = shared[Arrays.binarySearch(sorted, draws[i])];
    }
    return new Ranks(ranks);
  }

  /// The mean place of the values that are equal to the one at each place.
  private static double[] shared(double[] sorted) {
    double[] shared = new double[sorted.length];
    int from = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i + 1 == sorted.length || sorted[i] != sorted[i + 1]) {
        Arrays.fill(shared, from, i + 1, (from + i) / 2.0);
        from = i + 1;
      }
    }
    return shared;
  }

  /// The correlation of two rankings of the same weighted draws; 0 where one does not vary.
  ///
  /// @param weights that sum to 1
  public double correlation(Ranks other, double[] weights) {
    double mean = mean(weights);
    double otherMean = other.mean(weights);
    double squares = 0;
    double otherSquares = 0;
    double products = 0;
    for (int i = 0; i < ranks.length; i++) {
      double one = ranks[i] - mean;
      double two = other.ranks[i] - otherMean;
      squares += weights[i] * one * one;
      otherSquares += weights[i] * two * two;
      products += weights[i] * one * two;
    }
    double scale = Math.sqrt(squares * otherSquares);
    return scale > 0 ? products / scale : 0;
  }

  /// @param weights that sum to 1
  private double mean(double[] weights) {
    double sum = 0;
    for (int i = 0; i < ranks.length; i++) {
      sum += weights[i] * ranks[i];
    }
    return sum;
  }
}
