package outturn.evidence.xmr;

/// What a point says: nothing (common cause), or a special cause that is good, bad or neither.
public enum Variation {
  COMMON_CAUSE,
  IMPROVEMENT,
  CONCERN,
  /// A special cause of a measure without a better direction.
  NEUTRAL
}
