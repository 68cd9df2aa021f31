package outturn.outcome.impact;

import java.util.Optional;
import outturn.definition.outcome.Outcome.Category;
import outturn.evidence.quantity.Spread;

/// What the effect is worth in a year at the size that was found.
///
/// @param amount P10, P50 and P90, below 0 where the measure moved the wrong way; empty where no
///   amount is told, and `text` says why
/// @param currency as in ISO 4217; empty without an amount
/// @param priceYear 0 without an amount
/// @param text one or two sentences
public record Worth(
    Optional<Spread> amount,
    Optional<Category> category,
    String currency,
    int priceYear,
    String text) {

  /// No amount, and why.
  static Worth none(Optional<Category> category, String text) {
    return new Worth(Optional.empty(), category, "", 0, text);
  }
}
