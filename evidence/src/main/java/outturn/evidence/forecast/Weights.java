package outturn.evidence.forecast;

/// How much exponential smoothing learns from an error; all `NaN` where nothing is smoothed.
///
/// @param level share of an error that the level takes, 0..1
/// @param trend share of an error that the trend takes, 0..level; 0 without a trend
/// @param damping what is left of the trend after a period, 0..1; 1 if it goes on as it is
/// @param season share of an error that the season takes, 0..1 - level; 0 without a season
public record Weights(double level, double trend, double damping, double season) {
  /// No smoothing.
  static final Weights NONE = new Weights(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  static Weights level(double level) {
    return new Weights(level, 0, 1, 0);
  }

  /// How far a unit of error moves the forecasts of the periods ahead, the first for the next.
  double[] responses(int horizon, int cycle) {
    double[] responses = new double[horizon];
    double slope = 0;
    double damped = 1;
    for (int j = 0; j < horizon; j++) {
      damped *= damping;
      slope += damped;
      responses[j] = level + trend * slope + ((j + 1) % cycle == 0 ? season : 0);
    }
    return responses;
  }
}
