package outturn.store.outcome;

import java.time.Instant;

/// That a person agreed to an outcome.
///
/// @param version 1 is the first of the outcome
/// @param terms what was agreed to, and its hash
/// @param comment empty for none
public record Agreement(
    String outcome, int version, Terms terms, String who, Instant at, String comment) {

  /// @param text what was agreed to
  /// @param hash SHA-256 of it, in hexadecimal
  public record Terms(String text, String hash) {}
}
