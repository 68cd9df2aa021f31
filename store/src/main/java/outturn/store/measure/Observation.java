package outturn.store.measure;

import java.time.LocalDate;
import java.util.OptionalDouble;

/// The value of a measure for a period, or what it is the ratio of, or both. All numbers are
/// finite.
///
/// @param segment part of the whole that it is about; empty for the whole
/// @param period its first day
/// @param denominator not negative
public record Observation(
    String segment,
    LocalDate period,
    OptionalDouble value,
    OptionalDouble numerator,
    OptionalDouble denominator) {

  /// @throws IllegalArgumentException when a number is not finite, the denominator is negative, or
  ///   there is neither a value nor a whole ratio
  public Observation {
    requireFinite(segment, period, "value", value);
    requireFinite(segment, period, "numerator", numerator);
    requireFinite(segment, period, "denominator", denominator);
    if (denominator.isPresent() && denominator.getAsDouble() < 0) {
      throw refused(segment, period, "denominator is negative: " + denominator.getAsDouble());
    }
    if (value.isEmpty() && (numerator.isEmpty() || denominator.isEmpty())) {
      throw refused(segment, period, "has neither a value nor numerator and denominator");
    }
  }

  public static Observation of(String segment, LocalDate period, double value) {
    return new Observation(
        segment, period, OptionalDouble.of(value), OptionalDouble.empty(), OptionalDouble.empty());
  }

  public static Observation ratio(
      String segment, LocalDate period, double numerator, double denominator) {
    return new Observation(
        segment,
        period,
        OptionalDouble.empty(),
        OptionalDouble.of(numerator),
        OptionalDouble.of(denominator));
  }

  private static void requireFinite(
      String segment, LocalDate period, String what, OptionalDouble number) {
    if (number.isPresent() && !Double.isFinite(number.getAsDouble())) {
      throw refused(
          segment, period, "%s is not a finite number: %s".formatted(what, number.getAsDouble()));
    }
  }

  private static IllegalArgumentException refused(String segment, LocalDate period, String why) {
    return new IllegalArgumentException(
        "observation of %s%s: %s"
            .formatted(period, segment.isEmpty() ? "" : " of segment '" + segment + "'", why));
  }
}
