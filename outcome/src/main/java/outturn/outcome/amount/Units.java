package outturn.outcome.amount;

import java.util.Set;
import outturn.definition.measure.Measure.Quantity;

/// What units mean.
public final class Units {
  private static final Set<String> PERCENT = Set.of("percent", "%", "per cent");

  private Units() {}

  /// Whether values are 0 to 100 of a hundred, and differences are points.
  public static boolean isPercent(Quantity quantity) {
    return quantity.unit().filter(PERCENT::contains).isPresent();
  }
}
