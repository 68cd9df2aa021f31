package outturn.evidence.forecast;

import java.util.Arrays;

/// What forecasts of one method missed at earlier origins: from each the method is fitted anew to
/// what was known by then, and compared with what came.
///
/// Tashman, *Out-of-Sample Tests of Forecasting Accuracy: An Analysis and Review*, International
/// Journal of Forecasting 16 (2000): rolling origins with refitting.
final class Backtest {
  /// Values that exponential smoothing needs to begin with.
  static final int LEAST = 8;

  /// More origins than these last ones say little of how the series behaves now.
  private static final int MOST_ORIGINS = 60;

  private final int first;
  private final double[][] errors;
  private final double[][] deviations;

  private Backtest(int first, int origins) {
    this.first = first;
    this.errors = new double[origins][];
    this.deviations = new double[origins][];
  }

  static Backtest of(Method method, double[] history, int cycle, int horizon) {
    int first = Math.max(first(history, cycle), history.length - MOST_ORIGINS);
    Backtest backtest = new Backtest(first, Math.max(0, history.length - first));
    for (int o = 0; o < backtest.origins(); o++) {
      double[] known = Arrays.copyOf(history, first + o);
      int ahead = Math.min(horizon, history.length - known.length);
      Fitted fitted = method.fit(known, cycle, ahead);
      backtest.errors[o] = new double[ahead];
      backtest.deviations[o] = new double[ahead];
      for (int j = 0; j < ahead; j++) {
        backtest.errors[o][j] = history[known.length + j] - fitted.point(j);
        backtest.deviations[o][j] = fitted.deviation(j);
      }
    }
    return backtest;
  }

  /// Periods before the first origin: enough values to fit, and for the season to be seen where
  /// that leaves a third of the history.
  private static int first(double[] history, int cycle) {
    int needed = cycle > 1 && history.length >= 3 * cycle ? Math.max(LEAST, 2 * cycle + 1) : LEAST;
    int values = 0;
    int at = 0;
    while (at < history.length && values < needed) {
      values += Double.isNaN(history[at]) ? 0 : 1;
      at++;
    }
    return at;
  }

  int origins() {
    return errors.length;
  }

  /// Periods that were known at an origin.
  int known(int origin) {
    return first + origin;
  }

  /// How many periods ahead of an origin have come since.
  int ahead(int origin) {
    return errors[origin].length;
  }

  /// What came less its forecast; `NaN` where the value is missing.
  double error(int origin, int step) {
    return errors[origin][step];
  }

  /// What the method's model said of its own error.
  double deviation(int origin, int step) {
    return deviations[origin][step];
  }

  /// Errors of one step that are known, in order of time.
  double[] nextErrors() {
    return Arrays.stream(errors)
        .mapToDouble(each -> each[0])
        .filter(e -> !Double.isNaN(e))
        .toArray();
  }

  /// Mean size of the errors over all origins and steps; `NaN` where there are none.
  double meanSize() {
    return Arrays.stream(errors)
        .flatMapToDouble(Arrays::stream)
        .filter(e -> !Double.isNaN(e))
        .map(Math::abs)
        .average()
        .orElse(Double.NaN);
  }
}
