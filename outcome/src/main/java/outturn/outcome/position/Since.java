package outturn.outcome.position;

import java.time.LocalDate;
import outturn.definition.change.Change;

/// What has been observed since a change.
///
/// @param from the first period that begins on the day of the change or after it
/// @param n periods with a value from there on
/// @param mean of these
/// @param follows whether it is the first change after the baseline, so that nothing else lies
///   between the two
public record Since(Change change, LocalDate from, int n, double mean, Follows follows) {

  /// What a change comes after.
  public enum Follows {
    BASELINE,
    ANOTHER_CHANGE,
    /// The measure counts something else than in the baseline, so the two cannot be compared.
    ANOTHER_DEFINITION
  }
}
