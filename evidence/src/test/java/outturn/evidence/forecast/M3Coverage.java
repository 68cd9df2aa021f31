package outturn.evidence.forecast;

import java.util.List;
import java.util.Locale;
import org.hipparchus.distribution.continuous.TDistribution;
import outturn.evidence.score.PointScore;

/// How many of the values that came lay in the intervals that were given, over series of M3.
///
/// @param conformal share by the intervals of the product, 0..1
/// @param error standard error of it between series, whose periods go together
/// @param late the same share beyond the twelfth period ahead; `NaN` where there is none
/// @param width mean width, in mean absolute differences to a cycle ago
/// @param model share by the model of the method alone
/// @param mase of the forecasts
record M3Coverage(
    double conformal, double error, double late, double width, double model, double mase) {

  static M3Coverage of(List<M3Series> all, List<Method> methods, double level) {
    Sum sum = new Sum();
    all.forEach(series -> sum.add(series, methods, level));
    return sum.coverage();
  }

  String row(String name) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f ± %.1f | %.1f | %.1f | %.2f |",
        name,
        100 * model,
        100 * conformal,
        100 * error,
        100 * late,
        width,
        mase);
  }

  private static final class Sum {
    private static final int LATE = 12;
    private int series;
    private int pairs;
    private int latePairs;
    private double late;
    private double shares;
    private double squares;
    private double width;
    private double model;
    private double miss;
    private double within;

    void add(M3Series each, List<Method> methods, double level) {
      ForecastOptions options = new ForecastOptions(each.horizon(), each.cycle(), level, methods);
      Forecast forecast = Forecasts.of(each.known(), options).result().orElseThrow();
      double[] deviations = forecast.outlook().deviations();
      double student =
          new TDistribution(each.known().size() - 3).inverseCumulativeProbability((1 + level) / 2);
      double scale = PointScore.scale(each.known().toArray(), each.cycle());
      double inside = 0;
      for (int j = 0; j < each.horizon(); j++) {
        Step step = forecast.steps().get(j);
        double error = Math.abs(each.came().value(j) - step.point());
        int hit = step.interval().contains(each.came().value(j)) ? 1 : 0;
        inside += hit;
        late += j >= LATE ? hit : 0;
        latePairs += j >= LATE ? 1 : 0;
        model += error <= student * deviations[j] ? 1 : 0;
        width += step.interval().width() / scale;
        miss += error / scale;
        pairs++;
      }
      within += inside;
      double share = inside / each.horizon();
      shares += share;
      squares += share * share;
      series++;
    }

    M3Coverage coverage() {
      double mean = shares / series;
      double error = Math.sqrt((squares / series - mean * mean) / series);
      return new M3Coverage(
          within / pairs, error, late / latePairs, width / pairs, model / pairs, miss / pairs);
    }
  }
}
