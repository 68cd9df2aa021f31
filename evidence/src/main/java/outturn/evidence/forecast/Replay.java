package outturn.evidence.forecast;

import outturn.evidence.score.PointScore;

/// Goes through a backtest in order of time and gives at each origin the intervals that would have
/// been given then: from the misses that were known by then.
final class Replay {
  private final Backtest backtest;
  private final double[] history;
  private final double level;
  private final Misses misses;
  private int compared;
  private int covered;
  private double percent;
  private double pinball;

  Replay(Backtest backtest, double[] history, int horizon, double level) {
    this.backtest = backtest;
    this.history = history;
    this.level = level;
    this.misses = new Misses(horizon, backtest.origins());
    for (int o = 0; o < backtest.origins(); o++) {
      judge(o);
      learn(o, horizon);
    }
  }

  /// All misses up to now.
  Misses misses() {
    return misses;
  }

  /// @param cycle periods of the season; 1 for none
  Accuracy accuracy(int cycle) {
    double miss = backtest.meanSize();
    return new Accuracy(
        backtest.origins(),
        compared,
        miss,
        miss / PointScore.scale(history, cycle),
        percent / compared,
        compared == 0 ? Double.NaN : (double) covered / compared,
        pinball / compared);
  }

  private void judge(int origin) {
    double[] deviations = new double[backtest.ahead(origin)];
    for (int j = 0; j < deviations.length; j++) {
      deviations[j] = backtest.deviation(origin, j);
    }
    double[] reaches = misses.reaches(level, deviations, backtest.known(origin));
    for (int j = 0; j < reaches.length; j++) {
      double error = backtest.error(origin, j);
      if (!Double.isNaN(error)) {
        double value = history[backtest.known(origin) + j];
        compared++;
        covered += Math.abs(error) <= reaches[j] ? 1 : 0;
        percent += PointScore.symmetricPercent(value, value - error);
        pinball += PointScore.pinball(error, -reaches[j], (1 - level) / 2) / 2;
        pinball += PointScore.pinball(error, reaches[j], (1 + level) / 2) / 2;
      }
    }
  }

  /// The period after an origin tells one miss of each step.
  private void learn(int origin, int horizon) {
    for (int j = 0; j < horizon && j <= origin; j++) {
      misses.add(j, backtest.error(origin - j, j));
    }
  }
}
