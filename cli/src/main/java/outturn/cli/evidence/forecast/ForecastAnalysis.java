package outturn.cli.evidence.forecast;

import java.util.Optional;
import outturn.cli.csv.Timeline;
import outturn.evidence.forecast.Forecast;
import outturn.evidence.forecast.ForecastOptions;
import outturn.evidence.series.Series;

/// A forecast with its periods.
///
/// @param timeline of the file
/// @param ahead the periods that follow
/// @param values of the file
record ForecastAnalysis(
    Timeline timeline,
    Timeline ahead,
    Series values,
    ForecastOptions options,
    Forecast forecast,
    Optional<Aim> aim) {

  /// The last period that is forecast.
  String last() {
    return ahead.label(ahead.size() - 1);
  }

  /// The chance that the value of the last period reaches the target.
  double chance(Aim target) {
    return forecast.outlook().chance(target.value(), target.way().direction());
  }

  /// Of the darker part of the fan.
  double innerLevel() {
    return options.level() > .8 ? .8 : options.level() / 2;
  }
}
