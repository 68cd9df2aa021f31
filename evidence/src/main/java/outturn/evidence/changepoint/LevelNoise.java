package outturn.evidence.changepoint;

import java.util.Arrays;
import java.util.stream.IntStream;
import outturn.evidence.series.Series;

/// The noise about a level that may change now and then, read from differences of neighbours, in
/// which a change shows but once.
///
/// @param variance s² = MAD²/2 with MAD 1.4826 times the median distance of the differences from
///   their median: the variance of independent noise
/// @param autocorrelation of neighbours, 0 to .8
/// @param isCoarse whether most differences are equal, so that their standard deviation had to
///   stand in for their MAD
record LevelNoise(double variance, double autocorrelation, boolean isCoarse) {
  private static final double TO_DEVIATION = 1.4826;
  private static final double FAR = 3;

  /// A level that drifts is no noise; more than this would forbid any change.
  private static final double LARGEST = .8;

  static LevelNoise of(Series values) {
    double[] differences =
        IntStream.range(1, values.size())
            .mapToDouble(i -> values.value(i) - values.value(i - 1))
            .toArray();
    Series known = Series.of(differences);
    double median = known.median();
    double mad = TO_DEVIATION * known.map(d -> Math.abs(d - median)).median();
    boolean coarse = !(mad > 1e-12 * Math.abs(values.mean()));
    double deviation = coarse ? known.standardDeviation() : mad;
    return new LevelNoise(
        deviation * deviation / 2, autocorrelation(differences, median, deviation), coarse);
  }

  /// With r the correlation of neighbours, that of neighbouring differences is (r - 1)/2 in AR(1)
  /// noise. Differences further than three deviations from the median, as changes make them, are
  /// taken for three.
  private static double autocorrelation(double[] differences, double median, double deviation) {
    double[] held =
        Arrays.stream(differences)
            .map(d -> Math.clamp(d - median, -FAR * deviation, FAR * deviation))
            .toArray();
    double squares = 0;
    double products = 0;
    int pairs = 0;
    int count = 0;
    for (int i = 0; i < held.length; i++) {
      if (!Double.isNaN(held[i])) {
        squares += held[i] * held[i];
        count++;
        if (i > 0 && !Double.isNaN(held[i - 1])) {
          products += held[i] * held[i - 1];
          pairs++;
        }
      }
    }
    if (pairs == 0 || !(squares > 0)) {
      return 0;
    }
    double correlation = products / pairs / (squares / count);
    return Math.clamp(1 + 2 * correlation, 0, LARGEST);
  }
}
