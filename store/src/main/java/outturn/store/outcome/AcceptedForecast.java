package outturn.store.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What a measure of an outcome was forecast to come to, as somebody accepted it.
///
/// @param version 1 is the first
/// @param by who accepted it
public record AcceptedForecast(
    String outcome,
    String measure,
    int version,
    Promise promise,
    Instant at,
    String by,
    String reason) {

  /// What can be scored later.
  ///
  /// @param due the day by which the target is promised
  /// @param observedTo the last period that was observed then; empty before any was
  /// @param chance to reach the target, 0..1
  /// @param body all that was told, as JSON
  public record Promise(
      LocalDate due, double target, Optional<LocalDate> observedTo, double chance, String body) {}
}
