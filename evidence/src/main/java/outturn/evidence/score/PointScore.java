package outturn.evidence.score;

/// How far single forecasts were off. Pure functions; `NaN` in, `NaN` out.
public final class PointScore {
  private PointScore() {}

  /// Symmetric percentage error, 0..200: 200 |value - forecast| over the sum of their sizes; 0 if
  /// both are 0. Makridakis, Hibon, *The M3-Competition: Results, Conclusions and Implications*,
  /// International Journal of Forecasting 16 (2000), appendix A.
  public static double symmetricPercent(double value, double forecast) {
    double sizes = Math.abs(value) + Math.abs(forecast);
    return sizes == 0 ? 0 : 200 * Math.abs(value - forecast) / sizes;
  }

  /// Mean absolute difference to the value of a cycle ago, in the unit of the values: what errors
  /// are divided by for the mean absolute scaled error. A history shorter than a cycle is compared
  /// with the value before. `NaN` if there is no difference to take. Hyndman, Koehler, *Another
  /// Look at Measures of Forecast Accuracy*, International Journal of Forecasting 22 (2006), 3.
  ///
  /// @param history `NaN` where a value is missing
  /// @param cycle periods of the season; 1 for none
  public static double scale(double[] history, int cycle) {
    int lag = cycle < history.length ? Math.max(1, cycle) : 1;
    double sum = 0;
    int count = 0;
    for (int i = lag; i < history.length; i++) {
      double difference = Math.abs(history[i] - history[i - lag]);
      if (!Double.isNaN(difference)) {
        sum += difference;
        count++;
      }
    }
    return count == 0 || sum == 0 ? Double.NaN : sum / count;
  }

  /// Pinball loss of a forecast of a quantile, in the unit of the values; smaller is better, and
  /// the true quantile is best. Koenker, Bassett, *Regression Quantiles*, Econometrica 46 (1978).
  ///
  /// @param probability of a value up to the quantile, 0..1
  public static double pinball(double value, double quantile, double probability) {
    double above = value - quantile;
    return above >= 0 ? probability * above : (probability - 1) * above;
  }
}
