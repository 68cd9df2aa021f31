package outturn.evidence.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outturn.evidence.season.Model;

/// Exponential smoothing with the states that the corrected criterion of Akaike prefers: a level
/// (A,N,N), with a damped trend (A,Ad,N), or with a season (A,N,A), errors additive.
///
/// Hyndman, Koehler, Snyder, Grose, *A State Space Framework for Automatic Forecasting Using
/// Exponential Smoothing Methods*, International Journal of Forecasting 18 (2002).
final class Ets {
  private Ets() {}

  static Exponential chosen(double[] history, int cycle) {
    List<Exponential> models = new ArrayList<>();
    models.add(Exponential.level(history));
    models.add(Exponential.damped(history));
    if (cycle > 1 && history.length > 2 * cycle) {
      double[] season = Seasonality.of(history, cycle, Model.ADDITIVE).factors();
      models.add(Exponential.season(history, season));
    }
    return models.stream().min(Comparator.comparingDouble(Exponential::criterion)).orElseThrow();
  }
}
