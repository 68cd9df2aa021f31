package outturn.evidence.bsts;

import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// A series in standard deviations about its mean, both of the periods before.
///
/// @param values of all periods, standardised
record Standard(double mean, double deviation, Series values) {
  static Standard of(Series series, int before) {
    Series known = series.slice(new Window(0, before));
    double mean = known.mean();
    double deviation = known.standardDeviation();
    return new Standard(mean, deviation, series.map(value -> (value - mean) / deviation));
  }

  double natural(double standardised) {
    return mean + deviation * standardised;
  }
}
