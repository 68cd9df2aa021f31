package outturn.outcome.chain;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Amounts as people wrote them, thousands grouped.
final class Figures {
  private Figures() {}

  static String of(double amount) {
    return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount)
        .replace('-', '\u2212');
  }
}
