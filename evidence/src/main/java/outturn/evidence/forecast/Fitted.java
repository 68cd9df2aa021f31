package outturn.evidence.forecast;

/// What a method says of the periods ahead of a history, the first for the next.
///
/// The deviations are those of the method's own model: standard deviations of a single value about
/// its forecast.
final class Fitted {
  private final FittedModel model;
  private final double[] points;
  private final double[] deviations;

  Fitted(FittedModel model, double[] points, double[] deviations) {
    this.model = model;
    this.points = points;
    this.deviations = deviations;
  }

  /// Deviations from that of one step and what a unit of error adds to each later forecast.
  static double[] spread(double deviation, double[] responses) {
    double[] spread = new double[responses.length];
    double sum = 1;
    for (int j = 0; j < spread.length; j++) {
      spread[j] = deviation * Math.sqrt(sum);
      sum += responses[j] * responses[j];
    }
    return spread;
  }

  FittedModel model() {
    return model;
  }

  double point(int step) {
    return points[step];
  }

  double deviation(int step) {
    return deviations[step];
  }

  int horizon() {
    return points.length;
  }
}
