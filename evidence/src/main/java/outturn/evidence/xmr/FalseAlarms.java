package outturn.evidence.xmr;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The share of charts of pure noise on which a rule finds something, 0..1: what a signal must be
/// held against.
///
/// Own simulation, 10,000 replications of normal noise, NHS rules, limits mean +/- 2.66 mean moving
/// ranges without screening; repeated by a test for n = 24.
public record FalseAlarms(
    double outside, double shift, double trend, double twoOfThree, double any) {
  /// 24 points whose neighbours correlate .5: limits from moving ranges are far too narrow.
  public static final FalseAlarms AUTOCORRELATED_24 = new FalseAlarms(.407, .390, .042, .467, .686);

  private static final int STEP = 12;
  private static final FalseAlarms NONE = new FalseAlarms(0, 0, 0, 0, 0);

  /// Independent values, for 0, 12, 24 and 36 points.
  private static final List<FalseAlarms> INDEPENDENT =
      List.of(
          NONE,
          new FalseAlarms(.027, .014, .003, .018, .050),
          new FalseAlarms(.061, .084, .006, .031, .151),
          new FalseAlarms(.089, .162, .011, .042, .254));

  /// For a chart of one phase of independent values.
  ///
  /// Between the simulated lengths, and beyond 36 points along the last stretch, the logarithm of
  /// the share without alarm is linear in the number of points, as it is for alarms of constant
  /// hazard. So the numbers for other lengths than 12, 24 and 36 are approximations.
  public static FalseAlarms independent(int points) {
    if (points < 0) {
      throw new IllegalArgumentException("%d points; expected 0 or more".formatted(points));
    }
    return new FalseAlarms(
        at(points, FalseAlarms::outside),
        at(points, FalseAlarms::shift),
        at(points, FalseAlarms::trend),
        at(points, FalseAlarms::twoOfThree),
        at(points, FalseAlarms::any));
  }

  private static double at(int points, ToDoubleFunction<FalseAlarms> rule) {
    int row = Math.min(points / STEP, INDEPENDENT.size() - 2);
    double before = Math.log1p(-rule.applyAsDouble(INDEPENDENT.get(row)));
    double after = Math.log1p(-rule.applyAsDouble(INDEPENDENT.get(row + 1)));
    double along = (points - row * STEP) / (double) STEP;
    return -Math.expm1(before + (after - before) * along);
  }
}
