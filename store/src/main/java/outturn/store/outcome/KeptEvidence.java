package outturn.store.outcome;

import java.time.Instant;
import java.time.LocalDate;
import outturn.outcome.terms.Sha256;

/// What the analysis of an outcome found for a review date.
///
/// @param version 1 is the first of the outcome
/// @param reason of a correction; empty for the first of a review
public record KeptEvidence(
    String outcome,
    int version,
    LocalDate review,
    Found found,
    Instant at,
    String by,
    String reason) {

  /// @param badge `pre-registered` or `exploratory`
  /// @param plan hash of the analysis plan
  /// @param body all that was found, as JSON
  public record Found(String badge, String plan, String body) {}

  /// SHA-256 of the body, in hexadecimal: what people sign.
  public String hash() {
    return Sha256.of(found.body());
  }
}
