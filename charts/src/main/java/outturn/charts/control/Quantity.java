package outturn.charts.control;

/// What the values are measured in, and what values are possible.
///
/// @param unit as written above the axis, such as "percent" or "killed or seriously injured a
///   month"
/// @param lowest limits are cut off here for display; negative infinity if there is no bound
/// @param highest likewise, positive infinity if there is no bound
public record Quantity(String unit, double lowest, double highest) {
  public Quantity {
    if (!(lowest < highest)) {
      throw new IllegalArgumentException(
          "values from %s to %s; expected the first to be smaller".formatted(lowest, highest));
    }
  }

  /// Any value is possible.
  public static Quantity of(String unit) {
    return new Quantity(unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /// Nothing below zero: counts, durations, money spent.
  public static Quantity amount(String unit) {
    return new Quantity(unit, 0, Double.POSITIVE_INFINITY);
  }

  /// 0 to 100.
  public static Quantity percent() {
    return new Quantity("percent", 0, 100);
  }

  double bounded(double limit) {
    return Math.clamp(limit, lowest, highest);
  }
}
