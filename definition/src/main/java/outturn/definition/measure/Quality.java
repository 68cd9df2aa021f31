package outturn.definition.measure;

import java.time.Duration;
import java.util.Optional;

/// What a value must be like to count. A value that fails is kept and shown, with the reason, but
/// is treated as missing; a later revision that passes counts.
///
/// @param completeness the least percentage of periods that have a value
/// @param lateness how long after it is due a value may come
/// @param range what values are possible
/// @param jump how many median absolute deviations a value may lie from the median of those before
/// @param minimum the least denominator
/// @param freshness how long ago the latest period may have ended
public record Quality(
    Optional<Double> completeness,
    Optional<Duration> lateness,
    Optional<Range> range,
    Optional<Double> jump,
    Optional<Double> minimum,
    Optional<Duration> freshness) {

  /// Without rules every value counts.
  public static final Quality ANY =
      new Quality(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// Two limits, which belong to it.
  public record Range(double low, double high) {}

  public boolean hasRules() {
    return !equals(ANY);
  }
}
