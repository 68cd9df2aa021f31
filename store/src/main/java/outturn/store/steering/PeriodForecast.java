package outturn.store.steering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What a measure of an outcome was forecast to come to, as far as it was observed then.
public record PeriodForecast(
    String outcome, String measure, int version, Ground ground, Likely likely, Instant at) {

  /// What it was made from.
  ///
  /// @param observedTo the last period that was observed; empty before any was
  /// @param due the day by which the target is promised
  /// @param plan a hash of the rest: levers, risks, assumptions
  public record Ground(Optional<LocalDate> observedTo, LocalDate due, double target, String plan) {}

  /// @param chance to reach the target, 0..1
  /// @param p10 of the value that is due; one in ten is below
  /// @param p90 one in ten is above
  public record Likely(double chance, double p10, double p50, double p90) {}
}
