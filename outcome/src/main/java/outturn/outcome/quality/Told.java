package outturn.outcome.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/// Numbers and durations as reasons have them.
final class Told {
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  private Told() {}

  /// Whole where it is at least a hundred, else of three digits: `1450`, `7.25`.
  static String number(double number) {
    var exact = BigDecimal.valueOf(number);
    var rounded =
        Math.abs(number) >= 100 ? exact.setScale(0, RoundingMode.HALF_UP) : exact.round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /// In its largest unit: `3 days`, `1 hour`, `20 minutes`.
  static String duration(Duration duration) {
    if (duration.toDays() > 0) return count(duration.toDays(), "day");
    if (duration.toHours() > 0) return count(duration.toHours(), "hour");
    return count(duration.toMinutes(), "minute");
  }

  private static String count(long count, String word) {
    return count == 1 ? "1 " + word : "%,d %ss".formatted(count, word);
  }
}
