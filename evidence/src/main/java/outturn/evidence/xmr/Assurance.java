package outturn.evidence.xmr;

/// Whether the process, as it is, meets a target.
public enum Assurance {
  /// Even the worse limit meets the target.
  PASSES,
  /// Even the better limit misses the target.
  FAILS,
  /// The target lies within the limits: whether a period meets it is chance.
  HIT_AND_MISS,
  /// No limits, or no better direction.
  UNKNOWN;

  /// Strict comparisons, as in NHSRplotthedots.
  static Assurance of(Limits limits, double target, Direction direction) {
    return switch (direction) {
      case NEUTRAL -> UNKNOWN;
      case HIGHER_IS_BETTER ->
          target > limits.upper() ? FAILS : target < limits.lower() ? PASSES : HIT_AND_MISS;
      case LOWER_IS_BETTER ->
          target > limits.upper() ? PASSES : target < limits.lower() ? FAILS : HIT_AND_MISS;
    };
  }
}
