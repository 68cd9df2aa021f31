package outturn.cli.terminal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as people write them.
public final class Figures {
  private static final int DECIMALS = 2;
  private static final MathContext SMALL = new MathContext(2);
  private static final MathContext TWO = new MathContext(2, RoundingMode.HALF_UP);

  private Figures() {}

  /// At most two decimals, or two significant digits for what is smaller; no trailing zeros.
  public static String brief(double number) {
    if (!Double.isFinite(number)) return "";
    var exact = new BigDecimal(String.valueOf(number));
    var rounded = exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    if (rounded.signum() == 0) rounded = exact.round(SMALL);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /// Two significant digits, in thousands: `-84,000`, `0.25`.
  public static String rounded(double number) {
    if (!Double.isFinite(number)) return "";
    var format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(BigDecimal.valueOf(number).round(TWO));
  }

  /// `1 run`, `3 runs`.
  public static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}
