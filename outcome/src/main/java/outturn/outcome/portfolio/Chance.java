package outturn.outcome.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import outturn.outcome.words.ProbabilityWords;

/// The chance to reach a target, as it was forecast.
///
/// @param value 0..1
/// @param observedTo the last period that was observed then
public record Chance(String measure, double value, Optional<LocalDate> observedTo, Instant madeAt) {
  /// `likely (78 %)`
  public String words() {
    return ProbabilityWords.of(value);
  }
}
