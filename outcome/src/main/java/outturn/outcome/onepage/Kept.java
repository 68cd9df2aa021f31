package outturn.outcome.onepage;

import java.time.LocalDate;
import java.util.List;

/// The evidence that is kept of a review, which people sign.
///
/// @param hash of what is kept
/// @param now hash of the same, made of what is known now
/// @param signatures oldest first
public record Kept(
    int version, LocalDate review, String hash, String now, List<Signature> signatures) {
  public Kept {
    signatures = List.copyOf(signatures);
  }

  /// Whether what is told now is what was kept.
  boolean isSame() {
    return hash.equals(now);
  }
}
