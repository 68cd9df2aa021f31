package outturn.engine.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How forecasts of deadlines turned out: chances that were told, and whether it came so.
final class Scores {
  private static final int TENTHS = 10;

  private final List<Double> chances = new ArrayList<>();
  private final List<Boolean> met = new ArrayList<>();

  void add(double chance, boolean came) {
    chances.add(chance);
    met.add(came);
  }

  int size() {
    return chances.size();
  }

  /// The mean square of chance less outcome (Brier, Monthly Weather Review 78 (1950), 1-3).
  double brier() {
    double sum = 0;
    for (int at = 0; at < chances.size(); at++) {
      double away = chances.get(at) - (met.get(at) ? 1 : 0);
      sum += away * away;
    }
    return sum / chances.size();
  }

  /// For each tenth of the chances: how many were told, their mean, and how many came so.
  String table() {
    var text = new StringBuilder("chance told   forecasts   mean told   met\n");
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      double told = 0;
      int count = 0;
      int came = 0;
      for (int at = 0; at < chances.size(); at++) {
        if (Math.min(TENTHS - 1, (int) (chances.get(at) * TENTHS)) != tenth) continue;
        told += chances.get(at);
        count++;
        came += met.get(at) ? 1 : 0;
      }
      text.append(
          String.format(
              Locale.ROOT,
              "%.1f to %.1f %12d %11.3f %7.3f%n",
              tenth / 10.0,
              (tenth + 1) / 10.0,
              count,
              told / Math.max(1, count),
              (double) came / Math.max(1, count)));
    }
    return text.toString();
  }

  /// The largest distance between what was told and what came in a tenth of at least so many.
  double worst(int atLeast) {
    double worst = 0;
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      double away = 0;
      int count = 0;
      for (int at = 0; at < chances.size(); at++) {
        if (Math.min(TENTHS - 1, (int) (chances.get(at) * TENTHS)) != tenth) continue;
        away += chances.get(at) - (met.get(at) ? 1 : 0);
        count++;
      }
      if (count >= atLeast) worst = Math.max(worst, Math.abs(away / count));
    }
    return worst;
  }
}
