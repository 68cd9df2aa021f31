package outturn.cli.evidence.reference;

import java.util.Map;
import outturn.cli.csv.Numbers;
import outturn.evidence.forecast.Forecast;
import outturn.evidence.forecast.ForecastOptions;
import outturn.evidence.forecast.Forecasts;
import outturn.evidence.forecast.Method;
import outturn.evidence.series.Series;

/// Forecasts of the Nile by exponential smoothing and Theta; none by ARIMA.
final class ForecastValues {
  private ForecastValues() {}

  static Map<String, Double> nile() {
    var ets = forecast(Method.ETS);
    var theta = forecast(Method.THETA);
    return Map.of(
        "nile_ets_ann.alpha", ets.model().weights().level(),
        "nile_ets_ann.forecast", ets.steps().getFirst().point(),
        "nile_theta.h1", theta.steps().get(0).point(),
        "nile_theta.h2", theta.steps().get(1).point(),
        "nile_ses_optimal.alpha", forecast(Method.SES).model().weights().level());
  }

  private static Forecast forecast(Method method) {
    var volume = Series.of(Numbers.of(ReferenceData.own("nile.csv"), "volume"));
    return Forecasts.of(volume, ForecastOptions.of(2, 1).with(method)).result().orElseThrow();
  }
}
