package outturn.evidence.forecast;

import java.util.function.IntToDoubleFunction;

/// Forecasts that repeat what was. Hyndman, Athanasopoulos, *Forecasting: Principles and Practice*
/// (2021), 5.2 and 5.5; a missing value is skipped.
final class Naive {
  private Naive() {}

  /// The last value stays.
  static Fitted last(double[] history, int horizon) {
    double last = lastOf(history);
    double deviation = rootMeanSquare(history, 1, 0);
    return fitted("last value", horizon, _ -> last, j -> deviation * Math.sqrt(j + 1.0));
  }

  /// The last value of the same position in the cycle comes again; the last value where there is
  /// not yet a cycle.
  static Fitted season(double[] history, int cycle, int horizon) {
    if (cycle < 2 || history.length <= cycle) {
      return last(history, horizon);
    }
    double deviation = rootMeanSquare(history, cycle, 0);
    return fitted(
        "value of a cycle ago",
        horizon,
        j -> before(history, history.length + j, cycle),
        j -> deviation * Math.sqrt(1.0 + Math.floorDiv(j, cycle)));
  }

  /// The straight line through the first and the last value goes on.
  static Fitted drift(double[] history, int horizon) {
    double last = lastOf(history);
    double slope = slope(history);
    double deviation = rootMeanSquare(history, 1, slope);
    double steps = Math.max(1, history.length - 1.0);
    return fitted(
        "last value and mean change",
        horizon,
        j -> last + slope * (j + 1),
        j -> deviation * Math.sqrt((j + 1) * (1 + (j + 1) / steps)));
  }

  /// Mean change per period from the first to the last value.
  static double slope(double[] history) {
    int to = history.length - 1;
    while (to > 0 && Double.isNaN(history[to])) {
      to--;
    }
    return to == 0 ? 0 : (history[to] - history[0]) / to;
  }

  private static double before(double[] history, int index, int cycle) {
    int at = index;
    while (at >= history.length || (at >= 0 && Double.isNaN(history[at]))) {
      at -= cycle;
    }
    return at < 0 ? lastOf(history) : history[at];
  }

  private static double lastOf(double[] history) {
    int at = history.length - 1;
    while (Double.isNaN(history[at])) {
      at--;
    }
    return history[at];
  }

  /// Of what values differ from that a lag before, less the mean change.
  private static double rootMeanSquare(double[] history, int lag, double slope) {
    double sum = 0;
    int count = 0;
    for (int i = lag; i < history.length; i++) {
      double change = history[i] - history[i - lag] - slope * lag;
      if (!Double.isNaN(change)) {
        sum += change * change;
        count++;
      }
    }
    return count == 0 ? 0 : Math.sqrt(sum / count);
  }

  private static Fitted fitted(
      String model, int horizon, IntToDoubleFunction point, IntToDoubleFunction deviation) {
    double[] points = new double[horizon];
    double[] deviations = new double[horizon];
    for (int j = 0; j < horizon; j++) {
      points[j] = point.applyAsDouble(j);
      deviations[j] = deviation.applyAsDouble(j);
    }
    return new Fitted(new FittedModel(model, Weights.NONE), points, deviations);
  }
}
