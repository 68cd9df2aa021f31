package outturn.evidence.forecast;

/// The Theta method as it was in the M3 competition: the mean of the straight line through the
/// values and of exponential smoothing of twice the distance from it.
///
/// Assimakopoulos, Nikolopoulos, *The Theta Model*, International Journal of Forecasting 16 (2000);
/// in the form of Hyndman, Billah, *Unmasking the Theta Method*, 19 (2003): simple exponential
/// smoothing with half the slope of the line as drift.
final class Theta {
  private Theta() {}

  /// @param history without a season
  static Fitted ahead(double[] history, int horizon) {
    Exponential smoothed = Exponential.level(history);
    double alpha = smoothed.weights().level();
    double half = slope(history) / 2;
    double start = (1 - Math.pow(1 - alpha, history.length)) / alpha;
    Fitted level = smoothed.ahead(horizon);
    double[] points = new double[horizon];
    double[] deviations = new double[horizon];
    for (int j = 0; j < horizon; j++) {
      points[j] = level.point(j) + half * (j + start);
      deviations[j] = level.deviation(j);
    }
    return new Fitted(new FittedModel("theta 0 and 2", smoothed.weights()), points, deviations);
  }

  /// Slope of the line of least squares through the values that are there.
  static double slope(double[] history) {
    int count = 0;
    double times = 0;
    double sum = 0;
    for (int i = 0; i < history.length; i++) {
      if (!Double.isNaN(history[i])) {
        count++;
        times += i;
        sum += history[i];
      }
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < history.length; i++) {
      if (!Double.isNaN(history[i])) {
        double time = i - times / count;
        products += time * (history[i] - sum / count);
        squares += time * time;
      }
    }
    return squares > 0 ? products / squares : 0;
  }
}
