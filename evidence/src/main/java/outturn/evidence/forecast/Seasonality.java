package outturn.evidence.forecast;

import java.util.Arrays;
import java.util.function.Function;
import outturn.evidence.season.Model;

/// The season of a history: whether it has one, and its factors by the classical decomposition of
/// all its values.
///
/// Test and decomposition are those of the M3 competition: Makridakis, Hibon, *The M3-Competition:
/// Results, Conclusions and Implications*, International Journal of Forecasting 16 (2000).
/// Multiplicative where all values are positive, else additive. `season.SeasonalAdjustment` takes
/// whole cycles only, for display.
final class Seasonality {
  /// Two-sided level of 90 % of the normal distribution, as in the competition.
  private static final double CRITICAL = 1.645;

  private final Model model;
  private final double[] factors;

  private Seasonality(Model model, double[] factors) {
    this.model = model;
    this.factors = factors;
  }

  /// Whether values resemble those of a cycle ago more than chance makes them: more than two cycles
  /// and an autocorrelation beyond 1.645 standard errors. Bartlett, *On the Theoretical
  /// Specification and Sampling Properties of Autocorrelated Time-Series* (1946).
  static boolean isIn(double[] history, int cycle) {
    if (cycle < 2 || history.length <= 2 * cycle) {
      return false;
    }
    double[] r = autocorrelations(history, cycle);
    double squares = 0;
    for (int lag = 1; lag < cycle; lag++) {
      squares += r[lag] * r[lag];
    }
    return Math.abs(r[cycle]) > CRITICAL * Math.sqrt((1 + 2 * squares) / history.length);
  }

  static Seasonality of(double[] history, int cycle) {
    boolean positive = Arrays.stream(history).allMatch(value -> Double.isNaN(value) || value > 0);
    return of(history, cycle, positive ? Model.MULTIPLICATIVE : Model.ADDITIVE);
  }

  /// @param history of two cycles at least
  static Seasonality of(double[] history, int cycle, Model model) {
    double[] sums = new double[cycle];
    int[] counts = new int[cycle];
    for (int i = cycle / 2; i < history.length - cycle / 2; i++) {
      double factor = model.compare(history[i], centredAverage(history, i, cycle));
      if (Double.isFinite(factor)) {
        sums[i % cycle] += factor;
        counts[i % cycle]++;
      }
    }
    double neutral = model == Model.MULTIPLICATIVE ? 1 : 0;
    double[] factors = new double[cycle];
    for (int i = 0; i < cycle; i++) {
      factors[i] = counts[i] == 0 ? neutral : sums[i] / counts[i];
    }
    double mean = Arrays.stream(factors).average().orElseThrow();
    for (int i = 0; i < cycle; i++) {
      factors[i] = model.remove(factors[i], mean);
    }
    return new Seasonality(model, factors);
  }

  /// Forecasts a history without its season, if it has one, and puts the season back.
  static Fitted around(double[] history, int cycle, Function<double[], Fitted> method) {
    if (!isIn(history, cycle)) {
      return method.apply(history);
    }
    Seasonality season = of(history, cycle);
    return season.restore(method.apply(season.remove(history)), history.length);
  }

  double[] factors() {
    return factors.clone();
  }

  private double[] remove(double[] history) {
    double[] adjusted = new double[history.length];
    for (int i = 0; i < adjusted.length; i++) {
      adjusted[i] = model.remove(history[i], factors[i % factors.length]);
    }
    return adjusted;
  }

  private Fitted restore(Fitted fitted, int from) {
    double[] points = new double[fitted.horizon()];
    double[] deviations = new double[fitted.horizon()];
    for (int j = 0; j < points.length; j++) {
      double factor = factors[(from + j) % factors.length];
      points[j] = model.restore(fitted.point(j), factor);
      deviations[j] = fitted.deviation(j) * (model == Model.MULTIPLICATIVE ? factor : 1);
    }
    String kind = model == Model.MULTIPLICATIVE ? "multiplicative" : "additive";
    return new Fitted(fitted.model().with(" with " + kind + " season"), points, deviations);
  }

  /// Over a cycle, half the weight at each end where the cycle is even; `NaN` next to a gap.
  private static double centredAverage(double[] history, int index, int cycle) {
    int reach = cycle / 2;
    double endWeight = cycle % 2 == 0 ? .5 : 1;
    double sum = endWeight * (history[index - reach] + history[index + reach]);
    for (int i = index - reach + 1; i < index + reach; i++) {
      sum += history[i];
    }
    return sum / cycle;
  }

  /// Sums of products over the sum of squares, for lags from 0; pairs with a gap are left out.
  private static double[] autocorrelations(double[] history, int most) {
    double mean = Arrays.stream(history).filter(v -> !Double.isNaN(v)).average().orElseThrow();
    double[] products = new double[most + 1];
    for (int lag = 0; lag <= most; lag++) {
      for (int i = lag; i < history.length; i++) {
        double product = (history[i] - mean) * (history[i - lag] - mean);
        products[lag] += Double.isNaN(product) ? 0 : product;
      }
    }
    double squares = products[0];
    return Arrays.stream(products).map(product -> squares > 0 ? product / squares : 0).toArray();
  }
}
