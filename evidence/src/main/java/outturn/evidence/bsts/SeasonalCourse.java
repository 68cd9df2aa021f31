package outturn.evidence.bsts;

import java.util.random.RandomGenerator;

/// A level that walks at random, and a season that may change slowly.
///
/// The prior of the variance of the season is that of R's bsts in CausalImpact: a deviation of .01
/// standard deviations of the measure with the weight of .01 observations, at most one.
final class SeasonalCourse implements Course {
  private static final double SEASON_DEGREES = .01;
  private static final double SEASON_DEVIATION = .01;

  private final SeasonalSampler sampler;

  /// Per period: the level, then the seasonal effects of it and the periods before.
  private final double[][] states;

  private final double expected;
  private final double[] walking;
  private double step;
  private double season = SEASON_DEVIATION * SEASON_DEVIATION;

  /// @param cycle periods of a season, at least 2
  /// @param start mean of the first level
  /// @param levelDeviation expected deviation of a step of the level
  SeasonalCourse(int periods, int cycle, double start, double levelDeviation) {
    this.sampler = new SeasonalSampler(periods, cycle, start);
    this.states = new double[periods][cycle];
    this.walking = new double[cycle];
    this.expected = Math.pow(levelDeviation, 2);
    this.step = expected;
  }

  @Override
  public void draw(double[] left, double noise, RandomGenerator random) {
    sampler.draw(left, new SeasonalVariances(noise, step, season), states, random);
    double levels = LevelCourse.STEP_DEGREES * expected;
    double seasons = SEASON_DEGREES * SEASON_DEVIATION * SEASON_DEVIATION;
    for (int i = 1; i < states.length; i++) {
      double moved = states[i][0] - states[i - 1][0];
      levels += moved * moved;
      double changed = states[i][1] - SeasonalSampler.next(states[i - 1]);
      seasons += changed * changed;
    }
    int steps = states.length - 1;
    step = Gamma.variance(LevelCourse.STEP_DEGREES + steps, levels, 1, random);
    season = Gamma.variance(SEASON_DEGREES + steps, seasons, 1, random);
  }

  @Override
  public double at(int period) {
    return states[period][0] + states[period][1];
  }

  @Override
  public void rewind() {
    System.arraycopy(states[states.length - 1], 0, walking, 0, walking.length);
  }

  @Override
  public double goOn(int periods, RandomGenerator random) {
    for (int i = 0; i < periods; i++) {
      SeasonalSampler.advance(walking);
      walking[0] += Math.sqrt(step) * random.nextGaussian();
      walking[1] += Math.sqrt(season) * random.nextGaussian();
    }
    return walking[0] + walking[1];
  }
}
