package outturn.evidence.forecast;

/// One pass of exponential smoothing with additive errors over a history, with the initial level
/// and trend that fit best.
///
/// Hyndman, Koehler, Ord, Snyder, *Forecasting with Exponential Smoothing* (2008), 2.5. The errors
/// are linear in the initial states, so that these are found by least squares beside the pass
/// instead of by a search. A missing value brings no error: the states go on as expected.
final class Smoothing {
  private static final double DEPENDENT = 1e-10;

  private final Weights weights;
  private final int cycle;
  private final State values;
  private final State byLevel;
  private final State byTrend;
  private int position;

  private double errors;
  private double errorsLevel;
  private double errorsTrend;
  private double levels;
  private double levelsTrend;
  private double trends;

  /// Level, trend and season; also what one of level, or of trend, at the start adds to them.
  private static final class State {
    private double level;
    private double trend;
    private final double[] season;

    State(double level, double trend, double[] season) {
      this.level = level;
      this.trend = trend;
      this.season = season;
    }

    void set(double newLevel, double newTrend) {
      level = newLevel;
      trend = newTrend;
    }

    void add(State other, double times) {
      level += times * other.level;
      trend += times * other.trend;
      for (int i = 0; i < season.length; i++) {
        season[i] += times * other.season[i];
      }
    }
  }

  enum Trend {
    NONE,
    LINEAR
  }

  /// A season goes with no trend.
  ///
  /// @param history begins with a value
  /// @param season amounts at the start, the first for the first period; a single 0 is none
  Smoothing(double[] history, Weights weights, Trend trend, double[] season) {
    this.weights = weights;
    this.cycle = season.length;
    double slope = trend == Trend.NONE ? 0 : Naive.slope(history);
    this.values = new State(history[0] - season[0] - slope, slope, season.clone());
    this.byLevel = new State(1, 0, new double[cycle]);
    this.byTrend = new State(0, trend == Trend.NONE ? 0 : 1, new double[cycle]);
    pass(history);
  }

  /// Variables instead of fields: the searches pass here millions of times.
  private void pass(double[] history) {
    double toLevel = weights.level();
    double toTrend = weights.trend();
    double damping = weights.damping();
    double toSeason = weights.season();
    double[] season = values.season;
    double[] seasonByLevel = byLevel.season;
    double level = values.level;
    double damped = damping * values.trend;
    double levelByLevel = 1;
    double dampedByLevel = 0;
    double levelByTrend = 0;
    double dampedByTrend = damping * byTrend.trend;
    for (double value : history) {
      boolean known = !Double.isNaN(value);
      double e = known ? value - level - damped - season[position] : 0;
      double l = known ? -levelByLevel - dampedByLevel - seasonByLevel[position] : 0;
      double t = known ? -levelByTrend - dampedByTrend : 0;
      level += damped + toLevel * e;
      damped = damping * (damped + toTrend * e);
      levelByLevel += dampedByLevel + toLevel * l;
      dampedByLevel = damping * (dampedByLevel + toTrend * l);
      levelByTrend += dampedByTrend + toLevel * t;
      dampedByTrend = damping * (dampedByTrend + toTrend * t);
      season[position] += toSeason * e;
      seasonByLevel[position] += toSeason * l;
      sum(e, l, t);
      position = position + 1 == cycle ? 0 : position + 1;
    }
    values.set(level, damped / damping);
    byLevel.set(levelByLevel, dampedByLevel / damping);
    byTrend.set(levelByTrend, dampedByTrend / damping);
  }

  private void sum(double e, double l, double t) {
    errors += e * e;
    errorsLevel += e * l;
    errorsTrend += e * t;
    levels += l * l;
    levelsTrend += l * t;
    trends += t * t;
  }

  /// Sum of the squared errors of one step, from the best start.
  double error() {
    double[] best = start();
    return Math.max(0, errors + best[0] * errorsLevel + best[1] * errorsTrend);
  }

  /// What comes in the periods ahead, the first for the next.
  double[] ahead(int horizon) {
    double[] best = start();
    State now = new State(values.level, values.trend, values.season.clone());
    now.add(byLevel, best[0]);
    now.add(byTrend, best[1]);
    double[] ahead = new double[horizon];
    double damped = 1;
    double slope = 0;
    for (int j = 0; j < horizon; j++) {
      damped *= weights.damping();
      slope += damped;
      ahead[j] = now.level + slope * now.trend + now.season[(position + j) % cycle];
    }
    return ahead;
  }

  /// What is to be added to level and trend at the start, by the normal equations.
  private double[] start() {
    double determinant = levels * trends - levelsTrend * levelsTrend;
    if (determinant > DEPENDENT * levels * trends) {
      return new double[] {
        (levelsTrend * errorsTrend - trends * errorsLevel) / determinant,
        (levelsTrend * errorsLevel - levels * errorsTrend) / determinant
      };
    }
    return new double[] {-errorsLevel / levels, 0};
  }
}
