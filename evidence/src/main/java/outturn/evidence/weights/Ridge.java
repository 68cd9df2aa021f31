package outturn.evidence.weights;

/// What uneven weights cost: beside the mean squared error stands the square of factor times noise,
/// times the sum of squared weights.
///
/// Arkhangelsky, Athey, Hirshberg, Imbens, Wager, *Synthetic difference-in-differences*, American
/// Economic Review 111 (2021), 4088-4118, algorithm 1.
///
/// @param factor 0 or more; [#SMALL] only decides between weights that fit equally well
/// @param noise in the unit of the measure, as [#noise] finds it
public record Ridge(double factor, double noise) {
  public static final double SMALL = 1e-6;

  /// Standard deviation of the changes from each value to the next, over all rows.
  public static double noise(double[][] rows) {
    double mean = 0;
    double squares = 0;
    int n = 0;
    for (double[] row : rows) {
      for (int t = 1; t < row.length; t++) {
        double change = row[t] - row[t - 1];
        double step = change - mean;
        n++;
        mean += step / n;
        squares += step * (change - mean);
      }
    }
    return n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
  }

  double square() {
    return factor * factor * noise * noise;
  }
}
