package outturn.evidence.forecast;

import java.util.Locale;

/// A way to forecast a series from its own past alone.
public enum Method {
  /// The last value stays.
  NAIVE,
  /// The last cycle comes again.
  SEASONAL_NAIVE,
  /// The last value stays, but for the season, if the test of M3 finds one.
  NAIVE2,
  /// The line through the first and the last value goes on.
  DRIFT,
  /// Simple exponential smoothing; season as in naive2.
  SES,
  /// Exponential smoothing with a trend; season as in naive2.
  HOLT,
  /// Exponential smoothing with a trend that fades; season as in naive2.
  DAMPED,
  /// The Theta method of M3; season as in naive2.
  THETA,
  /// Exponential smoothing chosen by AICc, with a season of its own.
  ETS;

  /// As it stands in JSON: `seasonal-naive`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// How many values it needs.
  int least() {
    return switch (this) {
      case NAIVE, SEASONAL_NAIVE, NAIVE2, DRIFT -> 3;
      case SES, HOLT, DAMPED, THETA, ETS -> Backtest.LEAST;
    };
  }

  /// @param history begins with a value; `NaN` where one is missing
  /// @param cycle periods of a season; 1 for none
  Fitted fit(double[] history, int cycle, int horizon) {
    return switch (this) {
      case NAIVE -> Naive.last(history, horizon);
      case SEASONAL_NAIVE -> Naive.season(history, cycle, horizon);
      case NAIVE2 -> Seasonality.around(history, cycle, y -> Naive.last(y, horizon));
      case DRIFT -> Naive.drift(history, horizon);
      case SES -> Seasonality.around(history, cycle, y -> Exponential.level(y).ahead(horizon));
      case HOLT -> Seasonality.around(history, cycle, y -> Exponential.trend(y).ahead(horizon));
      case DAMPED -> Seasonality.around(history, cycle, y -> Exponential.damped(y).ahead(horizon));
      case THETA -> Seasonality.around(history, cycle, y -> Theta.ahead(y, horizon));
      case ETS -> Ets.chosen(history, cycle).ahead(horizon);
    };
  }
}
