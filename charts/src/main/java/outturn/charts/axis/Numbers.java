package outturn.charts.axis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as people read them: grouped thousands, a real minus sign, a fixed count of decimals.
public record Numbers(int decimals) {
  private static final int MOST_DECIMALS = 9;
  private static final int SHADES = 100;

  /// Decimals that show every multiple of a step exactly.
  public static Numbers forStep(BigDecimal step) {
    int scale = step.stripTrailingZeros().scale();
    return new Numbers(Math.clamp(scale, 0, MOST_DECIMALS));
  }

  /// Decimals that tell apart what the eye tells apart on an axis of this length.
  public static Numbers forRange(double range) {
    if (!(range > 0)) {
      return new Numbers(0);
    }
    return new Numbers(Math.clamp((int) Math.ceil(-Math.log10(range / SHADES)), 0, MOST_DECIMALS));
  }

  public String text(double value) {
    return text(value, decimals);
  }

  /// Without zeros at the end of the decimals, for numbers that people have set.
  public String brief(double value) {
    return text(value, 0);
  }

  private String text(double value, int leastDecimals) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(leastDecimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    String text = format.format(value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text.replace("-", "") : text.replace('-', '\u2212');
  }
}
