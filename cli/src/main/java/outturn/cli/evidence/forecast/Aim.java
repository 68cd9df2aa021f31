package outturn.cli.evidence.forecast;

import outturn.evidence.xmr.Direction;

/// A target of the last period ahead.
///
/// @param value in the unit of the measure; reaching it exactly counts
record Aim(double value, Way way) {
  /// From which side it is reached.
  enum Way {
    UP(Direction.HIGHER_IS_BETTER),
    DOWN(Direction.LOWER_IS_BETTER);

    private final Direction direction;

    Way(Direction direction) {
      this.direction = direction;
    }

    Direction direction() {
      return direction;
    }
  }
}
