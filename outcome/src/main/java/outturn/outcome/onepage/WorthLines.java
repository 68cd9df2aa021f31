package outturn.outcome.onepage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import outturn.definition.outcome.Outcome.Category;
import outturn.evidence.quantity.Spread;
import outturn.outcome.impact.Worth;

/// What the effect is worth, in two figures that matter; or why no amount is told.
final class WorthLines {
  private static final MathContext TWO = new MathContext(2, RoundingMode.HALF_UP);

  private WorthLines() {}

  static List<Line> of(Material material) {
    var lines = new LinkedHashSet<Line>();
    for (var each : material.measured()) {
      each.finding()
          .result()
          .map(finding -> finding.verdict().worth())
          .ifPresent(worth -> {
            lines.add(
                worth.amount().isPresent()
                    ? material.line(each, text(worth))
                    : Line.of(Cut.sentences(text(worth))));
          });
    }
    if (lines.isEmpty()) lines.add(Line.of("No amount is told, since no effect was estimated."));
    return lines.stream().limit(OnePage.MOST_MEASURES).toList();
  }

  private static String text(Worth worth) {
    return worth
        .amount()
        .map(amount -> amount(amount, worth))
        .orElseGet(() -> Cut.sentence(worth.text()));
  }

  private static String amount(Spread amount, Worth worth) {
    var category = worth.category().map(each -> ", " + word(each)).orElse("");
    return "%s %s to %s a year (8 in 10 range; best estimate %s)%s.%s %s"
        .formatted(
            worth.currency(),
            number(amount.p10()),
            number(amount.p90()),
            number(amount.p50()),
            category,
            amount.p90() < 0 ? " It is a loss." : "",
            Cut.sentence(worth.text()))
        .strip();
  }

  private static String word(Category category) {
    return switch (category) {
      case CASHABLE -> "cashable";
      case NON_CASHABLE -> "not cashable";
      case QUANTIFIABLE -> "quantifiable, not money in hand";
      case QUALITATIVE -> "qualitative";
    };
  }

  private static String number(double amount) {
    var format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(BigDecimal.valueOf(amount).round(TWO)).replace('-', '\u2212');
  }
}
