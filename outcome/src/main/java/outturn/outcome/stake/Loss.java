package outturn.outcome.stake;

import java.time.Duration;
import outturn.definition.service.Service.LateCost;

/// What lateness costs, in one currency: what an hour was said to cost, times the hours.
///
/// @param perHour as it was said
/// @param likely for the lateness that is likely, or that has passed when nobody knows more
/// @param late for the lateness that one in ten exceeds
/// @param expected for the mean lateness, so counted by its chance
public record Loss(String currency, Range perHour, Range likely, Range late, Range expected) {

  /// Three points of an amount.
  public record Range(double low, double likely, double high) {
    Range times(Duration lateness) {
      double hours = Lateness.hours(lateness);
      return new Range(low * hours, likely * hours, high * hours);
    }
  }

  static Loss of(LateCost cost, Lateness lateness) {
    var perHour = new Range(cost.low(), cost.likely(), cost.high());
    return new Loss(
        cost.currency(),
        perHour,
        perHour.times(lateness.counted()),
        perHour.times(lateness.late().orElse(lateness.counted())),
        perHour.times(lateness.expected()));
  }
}
