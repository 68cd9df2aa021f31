package outturn.evidence.xmr;

/// Which way the measure should go; turns a signal into good or bad news.
public enum Direction {
  HIGHER_IS_BETTER,
  LOWER_IS_BETTER,
  NEUTRAL;

  Variation read(Side side) {
    return switch (this) {
      case HIGHER_IS_BETTER -> side == Side.HIGH ? Variation.IMPROVEMENT : Variation.CONCERN;
      case LOWER_IS_BETTER -> side == Side.LOW ? Variation.IMPROVEMENT : Variation.CONCERN;
      case NEUTRAL -> Variation.NEUTRAL;
    };
  }
}
