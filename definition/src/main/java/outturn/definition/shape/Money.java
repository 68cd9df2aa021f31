package outturn.definition.shape;

import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Amounts of money as three points.
public final class Money {
  private static final String CODE = "[A-Z]{3}";

  public static final Key<String> CURRENCY =
      Key.required("currency", currency(), "Three letters of ISO 4217.");

  private Money() {}

  /// `GBP`.
  public static Form<String> currency() {
    return Forms.named("a currency such as GBP", CODE);
  }

  /// Tells when three points are not in order.
  public static void checkOrder(
      Position position, double low, double likely, double high, Problems problems) {
    if (low <= likely && likely <= high) return;
    problems.add(
        position, "not-in-order", "expected low <= likely <= high", "put the three in order");
  }
}
