package outturn.evidence.bsts;

/// Draws of what the measure would have been in the used periods after, in its unit.
final class Draws {
  /// Per period, of what is expected without noise of observation, averaged over the draws.
  private final double[] expected;

  /// Per draw and period, with noise.
  private final double[][] values;

  /// Per column, how often it counted.
  private final int[] included;

  Draws(int draws, int periods, int columns) {
    this.expected = new double[periods];
    this.values = new double[draws][periods];
    this.included = new int[columns];
  }

  void add(int draw, int period, double level, double value) {
    expected[period] += level / values.length;
    values[draw][period] = value;
  }

  void include(int column) {
    included[column]++;
  }

  int size() {
    return values.length;
  }

  double expected(int period) {
    return expected[period];
  }

  /// All draws of a period.
  double[] period(int period) {
    double[] drawn = new double[values.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = values[i][period];
    }
    return drawn;
  }

  /// The sum over the periods of each draw.
  double[] sums() {
    double[] sums = new double[values.length];
    for (int i = 0; i < sums.length; i++) {
      for (double value : values[i]) {
        sums[i] += value;
      }
    }
    return sums;
  }

  /// Share of the draws in which a column counted, 0..1.
  double included(int column) {
    return included[column] / (double) values.length;
  }
}
