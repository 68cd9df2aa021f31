package outturn.cli.terminal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as people write them.
public final class Figures {
  private static final int DECIMALS = 2;
  private static final MathContext SMALL = new MathContext(2);

  private Figures() {}

  /// At most two decimals, or two significant digits for what is smaller; no trailing zeros.
  public static String brief(double number) {
    if (!Double.isFinite(number)) return "";
    var exact = new BigDecimal(String.valueOf(number));
    var rounded = exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    if (rounded.signum() == 0) rounded = exact.round(SMALL);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /// `1 run`, `3 runs`.
  public static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}
