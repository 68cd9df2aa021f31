package outturn.evidence.season;

import outturn.evidence.series.Series;

/// The seasonal factors, the first for period 0: multiplicative ones with mean 1, additive ones
/// with mean 0.
public record Factors(Model model, Series values) {
  /// The factor of any period of the series.
  public double factor(int index) {
    return values.value(Math.floorMod(index, values.size()));
  }

  /// A series that begins with the same period, without its season; gaps stay.
  public Series remove(Series series) {
    double[] adjusted = series.toArray();
    for (int i = 0; i < adjusted.length; i++) {
      adjusted[i] = model.remove(adjusted[i], factor(i));
    }
    return Series.of(adjusted);
  }
}
