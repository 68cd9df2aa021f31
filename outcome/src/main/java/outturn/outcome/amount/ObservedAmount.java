package outturn.outcome.amount;

import java.util.OptionalDouble;
import outturn.definition.measure.Measure.Quantity;

/// What was observed for a period: a value, or what it is the ratio of.
public record ObservedAmount(
    OptionalDouble value, OptionalDouble numerator, OptionalDouble denominator) {
  private static final double HUNDRED = 100;

  public static ObservedAmount of(double value) {
    return new ObservedAmount(
        OptionalDouble.of(value), OptionalDouble.empty(), OptionalDouble.empty());
  }

  public static ObservedAmount ratio(double numerator, double denominator) {
    return new ObservedAmount(
        OptionalDouble.empty(), OptionalDouble.of(numerator), OptionalDouble.of(denominator));
  }

  /// The value in the measure's unit, a ratio times 100 where that is percent; none for nothing of
  /// nothing.
  public OptionalDouble in(Quantity quantity) {
    if (value.isPresent()) return value;
    if (!isRatio() || denominator.getAsDouble() == 0) return OptionalDouble.empty();
    double ratio = numerator.getAsDouble() / denominator.getAsDouble();
    return OptionalDouble.of(Units.isPercent(quantity) ? HUNDRED * ratio : ratio);
  }

  /// Whether numerator and denominator are there, so that parts can be added up.
  public boolean isRatio() {
    return numerator.isPresent() && denominator.isPresent();
  }
}
