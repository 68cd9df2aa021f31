package outturn.store.outcome;

import java.time.Instant;

/// What a measure of an outcome was before, frozen.
///
/// @param version 1 is the first
/// @param hash SHA-256 of outcome, measure and window, in hexadecimal
public record Baseline(
    String outcome,
    String measure,
    int version,
    Window window,
    String hash,
    Instant frozenAt,
    String frozenBy) {

  /// Whether it is what was frozen.
  public boolean intact() {
    return hash.equals(window.hash(outcome, measure));
  }
}
