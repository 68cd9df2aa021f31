package outturn.evidence.xmr;

import outturn.evidence.series.Series;

/// How the limits are estimated from the values of a phase.
public enum LimitRule {
  /// Mean +/- 2.66 mean moving ranges, after moving ranges of 3.267 times their mean and more were
  /// dropped once; the mean of the values stays. NHS England, *Making Data Count*, as in
  /// NHSRplotthedots; the default.
  NHS,
  /// Mean +/- 2.66 mean moving ranges, range limit 3.268. Wheeler, *Making Sense of Data* (2003).
  WHEELER,
  /// Mean +/- 3/1.128 mean moving ranges without rounding, as NIST/SEMATECH e-Handbook 6.3.2.2
  /// prints.
  EXACT,
  /// Median +/- 3.145 median moving ranges, range limit 3.865: resists outliers. Wheeler, *Making
  /// Sense of Data* (2003).
  MEDIAN,
  /// Mean +/- 3 standard deviations over c4: wider when values follow each other. Montgomery,
  /// *Introduction to Statistical Quality Control*, 6.4.
  STANDARD_DEVIATION;

  private static final double MEAN_FACTOR = 2.66;
  private static final double EXACT_FACTOR = 3 / 1.128;
  private static final double RANGE_FACTOR = 3.268;
  private static final double SCREEN_FACTOR = 3.267;
  private static final double MEDIAN_FACTOR = 3.145;
  private static final double MEDIAN_RANGE_FACTOR = 3.865;

  /// Limits from at least one moving range; `values` holds one phase only.
  Limits estimate(Series values) {
    Series ranges = values.movingRanges();
    double mean = values.mean();
    double range = ranges.mean();
    return switch (this) {
      case NHS -> limits(mean, MEAN_FACTOR, screened(ranges), RANGE_FACTOR);
      case WHEELER -> limits(mean, MEAN_FACTOR, range, RANGE_FACTOR);
      case EXACT -> limits(mean, EXACT_FACTOR, range, RANGE_FACTOR);
      case MEDIAN -> limits(values.median(), MEDIAN_FACTOR, ranges.median(), MEDIAN_RANGE_FACTOR);
      case STANDARD_DEVIATION -> {
        double reach = 3 * values.standardDeviation() / c4(values.count());
        yield new Limits(mean, mean - reach, mean + reach, range, RANGE_FACTOR * range);
      }
    };
  }

  private static Limits limits(double centre, double factor, double range, double rangeFactor) {
    double reach = factor * range;
    return new Limits(centre, centre - reach, centre + reach, range, rangeFactor * range);
  }

  private static double screened(Series ranges) {
    double bound = SCREEN_FACTOR * ranges.mean();
    // Where all ranges are 0 nothing lies below the bound, and 0 is the answer.
    return ranges.valid().filter(range -> range < bound).average().orElse(0);
  }

  /// E(s) / sigma for n normal values: sqrt(2/(n-1)) G(n/2) / G((n-1)/2), by the recurrence of the
  /// gamma quotient, so without the gamma function.
  static double c4(int n) {
    double quotient = 1 / Math.sqrt(Math.PI);
    for (int k = 2; k < n; k++) {
      quotient = (k - 1) / (2 * quotient);
    }
    return Math.sqrt(2.0 / (n - 1)) * quotient;
  }
}
