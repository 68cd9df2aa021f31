package outturn.outcome.level;

import java.util.OptionalDouble;

/// How often a promise may be broken, and how often it was.
///
/// @param target how often it should be kept, in percent
/// @param allowed breaches among the occasions that were due; not a whole number
/// @param used breaches
public record Budget(double target, double allowed, int used) {
  private static final double HUNDRED = 100;
  // A target such as 99.9 has no exact number of bits.
  private static final double ROUNDING = 1e-9;

  static Budget of(double target, Tally tally) {
    return new Budget(target, (HUNDRED - target) / HUNDRED * tally.due(), tally.breached());
  }

  /// Below 0 when more went wrong than was allowed.
  public double left() {
    return allowed - used;
  }

  /// How many times as fast as allowed it is used; nothing when nothing is allowed.
  public OptionalDouble burn() {
    return allowed > 0 ? OptionalDouble.of(used / allowed) : OptionalDouble.empty();
  }

  public boolean isKept() {
    return left() >= -ROUNDING;
  }
}
