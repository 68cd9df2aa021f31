package outturn.evidence.forecast;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import outturn.evidence.forecast.Smoothing.Trend;
import outturn.evidence.structural.Simplex;

/// Exponential smoothing whose weights make the squared errors of one step smallest.
///
/// Gardner, *Exponential Smoothing: The State of the Art, Part II*, International Journal of
/// Forecasting 22 (2006); bounds of the weights as in Hyndman, Koehler, Ord, Snyder, *Forecasting
/// with Exponential Smoothing* (2008), 2.7. With normal errors these are the weights of maximum
/// likelihood.
final class Exponential {
  private static final double LEAST = 1e-4;
  private static final double MOST = 1 - LEAST;
  private static final double LEAST_DAMPING = .8;
  private static final double MOST_DAMPING = .98;

  /// First steps of the search, in radians.
  private static final double STEP = .5;

  /// Share of the squared errors that does not matter any more.
  private static final double SETTLED = 1e-6;

  private final String model;
  private final double[] history;
  private final double[] season;
  private final Weights weights;
  private final Smoothing smoothing;
  private final int parameters;

  private Exponential(
      String model, double[] history, Trend trend, double[] season, Weights weights, int count) {
    this.model = model;
    this.history = history;
    this.season = season;
    this.weights = weights;
    this.smoothing = new Smoothing(history, weights, trend, season);
    this.parameters = count;
  }

  /// Simple exponential smoothing: a level that moves. Brown, *Statistical Forecasting for
  /// Inventory Control* (1959).
  static Exponential level(double[] history) {
    double[] none = new double[1];
    double best =
        GoldenSection.lowest(
            a -> new Smoothing(history, Weights.level(a), Trend.NONE, none).error(), LEAST, MOST);
    return new Exponential("A,N,N", history, Trend.NONE, none, Weights.level(best), 2);
  }

  /// A level and a trend that move. Holt, *Forecasting Seasonals and Trends by Exponentially
  /// Weighted Moving Averages* (1957).
  static Exponential trend(double[] history) {
    return searched("A,A,N", history, Trend.LINEAR, 4, x -> linear(x, 1), .2, .1);
  }

  /// The same with a trend that fades. Gardner, McKenzie, *Forecasting Trends in Time Series*,
  /// Management Science 31 (1985).
  static Exponential damped(double[] history) {
    return searched("A,Ad,N", history, Trend.LINEAR, 5, x -> linear(x, damping(x[2])), .3, .1, .7);
  }

  /// A level and a season that move.
  ///
  /// @param season amounts to begin with
  static Exponential season(double[] history, double[] season) {
    ToDoubleFunction<double[]> error =
        x -> new Smoothing(history, seasonal(x), Trend.NONE, season).error();
    double[] best = Simplex.lowest(error, new double[] {angle(.3), angle(.1)}, STEP, SETTLED);
    int count = 2 + season.length;
    return new Exponential("A,N,A", history, Trend.NONE, season, seasonal(best), count);
  }

  /// Corrected criterion of Akaike; smaller is better. Infinite where values are too few. Hurvich,
  /// Tsai, *Regression and Time Series Model Selection in Small Samples*, Biometrika 76 (1989).
  double criterion() {
    int n = count();
    int k = parameters + 1;
    if (n - k - 1 < 1) {
      return Double.POSITIVE_INFINITY;
    }
    double error = Math.max(smoothing.error(), Double.MIN_NORMAL);
    return n * Math.log(error / n) + 2.0 * k + 2.0 * k * (k + 1) / (n - k - 1);
  }

  /// Sum of the squared errors of one step.
  double error() {
    return smoothing.error();
  }

  Weights weights() {
    return weights;
  }

  /// Standard deviation of the errors of one step.
  double deviation() {
    return Math.sqrt(smoothing.error() / Math.max(1, count() - parameters));
  }

  Fitted ahead(int horizon) {
    double[] responses = weights.responses(horizon, Math.max(1, season.length));
    return new Fitted(
        new FittedModel(model, weights),
        smoothing.ahead(horizon),
        Fitted.spread(deviation(), responses));
  }

  private int count() {
    int count = 0;
    for (double value : history) {
      count += Double.isNaN(value) ? 0 : 1;
    }
    return count;
  }

  private static Exponential searched(
      String model,
      double[] history,
      Trend trend,
      int count,
      Function<double[], Weights> weights,
      double... start) {
    double[] none = new double[1];
    double[] from = new double[start.length];
    for (int i = 0; i < start.length; i++) {
      from[i] = angle(start[i]);
    }
    double[] best =
        Simplex.lowest(
            x -> new Smoothing(history, weights.apply(x), trend, none).error(),
            from,
            STEP,
            SETTLED);
    return new Exponential(model, history, trend, none, weights.apply(best), count);
  }

  private static Weights linear(double[] x, double damping) {
    double level = LEAST + (MOST - LEAST) * share(x[0]);
    return new Weights(level, LEAST + (level - LEAST) * share(x[1]), damping, 0);
  }

  private static Weights seasonal(double[] x) {
    double level = LEAST + (MOST - LEAST) * share(x[0]);
    return new Weights(level, 0, 1, LEAST + (MOST - level) * share(x[1]));
  }

  private static double damping(double x) {
    return LEAST_DAMPING + (MOST_DAMPING - LEAST_DAMPING) * share(x);
  }

  /// Any number to 0..1, both ends included, so that the search can stop at a bound.
  private static double share(double x) {
    return (1 + Math.sin(x)) / 2;
  }

  private static double angle(double share) {
    return Math.asin(2 * share - 1);
  }
}
