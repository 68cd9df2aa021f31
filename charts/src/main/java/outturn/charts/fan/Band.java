package outturn.charts.fan;

import outturn.evidence.series.Series;

/// The range in which the values ahead lie with a chance.
///
/// @param level that chance, 0 to 1
/// @param lower one bound for each period ahead
/// @param upper likewise
public record Band(double level, Series lower, Series upper) {
  String label() {
    double percent = Math.round(level * 1000) / 10.0;
    boolean whole = percent == Math.rint(percent);
    return "range of %s %%".formatted(whole ? Long.toString(Math.round(percent)) : percent);
  }
}
