package outturn.definition.text;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes durations as the language does: `90m`, `4h`, `2d`.
public final class Durations {
  private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("w", Duration.ofDays(7));
    UNITS.put("d", Duration.ofDays(1));
    UNITS.put("h", Duration.ofHours(1));
    UNITS.put("m", Duration.ofMinutes(1));
    UNITS.put("s", Duration.ofSeconds(1));
  }

  private Durations() {}

  /// In the largest unit of which it is a whole number.
  public static String text(Duration length) {
    for (var unit : UNITS.entrySet()) {
      var size = unit.getValue();
      boolean whole = length.equals(size.multipliedBy(length.dividedBy(size)));
      if (whole && !length.isZero()) return length.dividedBy(size) + unit.getKey();
    }
    return length.isZero() ? "0s" : length.toMillis() + "ms";
  }
}
