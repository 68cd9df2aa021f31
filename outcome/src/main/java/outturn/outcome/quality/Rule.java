package outturn.outcome.quality;

import java.util.Locale;

/// A quality rule of a measure.
public enum Rule {
  LATENESS,
  RANGE,
  MINIMUM,
  JUMP,
  COMPLETENESS,
  FRESHNESS;

  /// As files write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
