package outturn.evidence.sequence;

import java.util.OptionalDouble;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;

/// The asymptotic confidence sequence of a mean.
///
/// Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, *Time-uniform Central Limit Theory and Asymptotic
/// Confidence Sequences*, Annals of Statistics 52 (2024), 2613-2640, theorem 2.2 with the tuning of
/// its appendix.
final class Asymptotic {
  /// Below this the central limit has not set in.
  static final int LEAST = 20;

  private Asymptotic() {}

  /// @param deviation of one observation
  /// @param size number of observations, or the effective one
  static Estimate estimate(double mean, double deviation, double size, Tuning tuning) {
    double precision = tuning.scale() / tuning.sharpestAt();
    double grown = size * precision + 1;
    double reach =
        deviation
            * Math.sqrt(
                2
                    * grown
                    / (size * size * precision)
                    * Math.log(Math.sqrt(grown) / tuning.alpha()));
    double t = mean / deviation;
    double evidence = -.5 * Math.log(grown) + size * size * precision * t * t / (2 * grown);
    return new Estimate(
        mean,
        deviation / Math.sqrt(size),
        new Interval(mean - reach, mean + reach, tuning.level()),
        OptionalDouble.of(Math.min(1, Math.exp(-evidence))));
  }
}
