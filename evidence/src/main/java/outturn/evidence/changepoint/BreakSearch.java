package outturn.evidence.changepoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The partitions with the least sum of squares, for each number of breaks.
///
/// Bai, Perron, *Computation and analysis of multiple structural change models*, Journal of Applied
/// Econometrics 18 (2003), 1-22, section 3: dynamic programming over the squares of all segments.
final class BreakSearch {
  private final int n;
  private final int least;

  /// `within[i][j - i]` of the rows i to j, both included.
  private final double[][] within;

  /// Per number of breaks and end, the least squares of the rows before the end.
  private final double[][] best;

  /// Where the last segment of these begins.
  private final int[][] starts;

  /// @param least rows of a segment
  /// @param most breaks
  BreakSearch(Rows rows, int least, int most) {
    this.n = rows.size();
    this.least = least;
    this.within = new double[n - least + 1][];
    for (int i = 0; i < within.length; i++) {
      within[i] = squaresFrom(rows, i);
    }
    this.best = new double[most + 1][n + 1];
    this.starts = new int[most + 1][n + 1];
    for (double[] ends : best) {
      Arrays.fill(ends, Double.POSITIVE_INFINITY);
    }
    for (int end = least; end <= n; end++) {
      best[0][end] = within(0, end);
    }
    for (int m = 1; m <= most; m++) {
      for (int end = (m + 1) * least; end <= n; end++) {
        cut(m, end);
      }
    }
  }

  private double[] squaresFrom(Rows rows, int from) {
    double[] squares = new double[n - from];
    Crossed crossed = new Crossed(rows);
    for (int i = from; i < n; i++) {
      crossed.add(i);
      squares[i - from] = crossed.count() < least ? 0 : crossed.squares();
    }
    return squares;
  }

  private void cut(int m, int end) {
    for (int start = m * least; start <= end - least; start++) {
      double squares = best[m - 1][start] + within(start, end);
      if (squares < best[m][end]) {
        best[m][end] = squares;
        starts[m][end] = start;
      }
    }
  }

  /// Squares of the rows from `start` to before `end`.
  double within(int start, int end) {
    return within[start][end - 1 - start];
  }

  /// Of the best partition with so many breaks.
  double squares(int breaks) {
    return best[breaks][n];
  }

  /// The first row after each break.
  List<Integer> starts(int breaks) {
    List<Integer> found = new ArrayList<>();
    int end = n;
    for (int m = breaks; m > 0; m--) {
      end = starts[m][end];
      found.addFirst(end);
    }
    return found;
  }
}
