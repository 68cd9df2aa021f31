package outturn.evidence.bsts;

import java.util.random.RandomGenerator;

/// A level that walks at random.
final class LevelCourse implements Course {
  /// Weight of the expected variance of a step, in observations.
  static final double STEP_DEGREES = 32;

  private final LevelSampler sampler;
  private final double[] level;
  private final double expected;
  private double step;
  private double walking;

  /// @param start mean of the first level
  /// @param levelDeviation expected deviation of a step
  LevelCourse(int periods, double start, double levelDeviation) {
    this.sampler = new LevelSampler(periods, start);
    this.level = new double[periods];
    this.expected = Math.pow(levelDeviation, 2);
    this.step = expected;
  }

  @Override
  public void draw(double[] left, double noise, RandomGenerator random) {
    sampler.draw(left, noise, step, level, random);
    double squares = STEP_DEGREES * expected;
    for (int i = 1; i < level.length; i++) {
      squares += (level[i] - level[i - 1]) * (level[i] - level[i - 1]);
    }
    step = Gamma.variance(STEP_DEGREES + level.length - 1, squares, 1, random);
  }

  @Override
  public double at(int period) {
    return level[period];
  }

  @Override
  public void rewind() {
    walking = level[level.length - 1];
  }

  @Override
  public double goOn(int periods, RandomGenerator random) {
    walking += Math.sqrt(step * periods) * random.nextGaussian();
    return walking;
  }
}
