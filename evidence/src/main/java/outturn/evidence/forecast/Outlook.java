package outturn.evidence.forecast;

import java.util.ArrayList;
import java.util.List;
import outturn.evidence.estimate.Interval;
import outturn.evidence.xmr.Direction;

/// What may come in the periods ahead: forecasts, and how far from them at any level.
///
/// Misses to both sides are taken as alike, so half of what is outside an interval is above it.
public final class Outlook {
  private static final int HALVINGS = 50;

  private final Fitted fitted;
  private final Misses misses;
  private final int values;

  /// @param values that the method was fitted to
  Outlook(Fitted fitted, Misses misses, int values) {
    this.fitted = fitted;
    this.misses = misses;
    this.values = values;
  }

  public int horizon() {
    return fitted.horizon();
  }

  /// The periods ahead, the first for the next.
  ///
  /// @param level of the intervals, above 0 and below 1
  public List<Step> steps(double level) {
    double[] reaches = reaches(level);
    List<Step> steps = new ArrayList<>();
    for (int j = 0; j < reaches.length; j++) {
      double point = fitted.point(j);
      steps.add(
          new Step(
              point,
              new Interval(point - reaches[j], point + reaches[j], level),
              misses.count(j),
              misses.isRough(j, level) ? Step.Basis.ROUGH : Step.Basis.CONFORMAL));
    }
    return steps;
  }

  /// The chance, 0..1, that the value of the last period ahead reaches a target: from the level of
  /// the interval that just ends there. `NaN` where neither way is better.
  ///
  /// @param target in the unit of the measure; reaching it exactly counts
  public double chance(double target, Direction direction) {
    double beyond = target - fitted.point(horizon() - 1);
    double outside = (1 - levelWithin(Math.abs(beyond))) / 2;
    double above = beyond > 0 ? outside : 1 - outside;
    return switch (direction) {
      case HIGHER_IS_BETTER -> above;
      case LOWER_IS_BETTER -> 1 - above;
      case NEUTRAL -> Double.NaN;
    };
  }

  /// The highest level whose interval for the last period reaches no farther than a distance.
  private double levelWithin(double distance) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (reaches(middle)[horizon() - 1] <= distance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// What the model of the method says of its own error.
  double[] deviations() {
    double[] deviations = new double[horizon()];
    for (int j = 0; j < deviations.length; j++) {
      deviations[j] = fitted.deviation(j);
    }
    return deviations;
  }

  private double[] reaches(double level) {
    return misses.reaches(level, deviations(), values);
  }
}
