package outturn.cli.evidence.forecast;

import outturn.evidence.xmr.Direction;

/// A target of the last period ahead.
///
/// @param value in the unit of the measure; reaching it exactly counts
record Aim(double value, Way way) {
  /// Which way is good.
  enum Way {
    HIGHER(Direction.HIGHER_IS_BETTER),
    LOWER(Direction.LOWER_IS_BETTER);

    private final Direction direction;

    Way(Direction direction) {
      this.direction = direction;
    }

    Direction direction() {
      return direction;
    }
  }
}
