package outturn.evidence.bsts;

import java.util.random.RandomGenerator;

/// What the measure does by itself, without its controls: the states of the model.
sealed interface Course permits LevelCourse, SeasonalCourse {

  /// Draws the states of all periods before, then the variances of their steps.
  ///
  /// @param left measure less regression, `NaN` where it is missing
  /// @param noise variance of an observation about the states
  void draw(double[] left, double noise, RandomGenerator random);

  /// What the states say of a period before.
  double at(int period);

  /// Goes back to the last period before.
  void rewind();

  /// Goes on by so many periods as the states would, and says what they expect there.
  double goOn(int periods, RandomGenerator random);
}
