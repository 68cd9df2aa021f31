package outturn.evidence.attainment;

import outturn.evidence.xmr.Direction;

/// What counts as reaching the target.
///
/// @param value in the unit of the measure; reaching it exactly counts
/// @param direction which way is better; not neutral
/// @param due the period by which it counts, from 0
public record Target(double value, Direction direction, int due, Rule rule) {
  public sealed interface Rule {
    /// The value of the due period reaches it.
    record At() implements Rule {}

    /// The value of some period up to the due one reaches it.
    record By() implements Rule {}

    /// So many of the last so many periods, the due one included, reach it.
    record Sustained(int periods, int of) implements Rule {}
  }

  /// Whether a value reaches the target; a missing one does not.
  boolean isReachedBy(double found) {
    return switch (direction) {
      case HIGHER_IS_BETTER -> found >= value;
      case LOWER_IS_BETTER -> found <= value;
      case NEUTRAL -> false;
    };
  }

  /// The first period that counts.
  int from() {
    return switch (rule) {
      case Rule.At _ -> due;
      case Rule.By _ -> 0;
      case Rule.Sustained sustained -> due - sustained.of() + 1;
    };
  }

  /// How many of the periods that count must reach it.
  int needed() {
    return switch (rule) {
      case Rule.At _, Rule.By _ -> 1;
      case Rule.Sustained sustained -> sustained.periods();
    };
  }
}
