package outturn.outcome.words;

/// Says probabilities in words that mean the same every time, and always with their number.
///
/// Mastrandrea and others, *Guidance Note for Lead Authors of the IPCC Fifth Assessment Report on
/// Consistent Treatment of Uncertainties* (2010). Words and numbers are those of the whole percent.
public final class ProbabilityWords {
  private static final int HUNDRED = 100;
  private static final int TEN = 10;
  private static final double LEAST = .005;

  private ProbabilityWords() {}

  /// `likely (78 %)`
  ///
  /// @param probability 0..1
  public static String of(double probability) {
    return "%s (%s)".formatted(word(percent(probability)), number(probability));
  }

  /// `about 8 in 10`; below 5 % and above 95 % in a hundred.
  ///
  /// @param probability 0..1
  public static String frequency(double probability) {
    if (probability < LEAST) return "fewer than 1 in 100";
    if (probability > 1 - LEAST) return "more than 99 in 100";
    long percent = percent(probability);
    return percent < 5 || percent > 95
        ? "about %d in 100".formatted(percent)
        : "about %d in 10".formatted(Math.clamp(Math.round(TEN * probability), 1, TEN - 1));
  }

  private static long percent(double probability) {
    return Math.round(HUNDRED * probability);
  }

  /// `78 %`; never none and never all: nothing is certain.
  public static String number(double probability) {
    if (probability < LEAST) return "less than 1\u00A0%";
    if (probability > 1 - LEAST) return "more than 99\u00A0%";
    return percent(probability) + "\u00A0%";
  }

  private static String word(long percent) {
    if (percent >= 99) return "virtually certain";
    if (percent >= 90) return "very likely";
    if (percent >= 66) return "likely";
    if (percent > 33) return "about as likely as not";
    if (percent > 10) return "unlikely";
    if (percent > 1) return "very unlikely";
    return "exceptionally unlikely";
  }
}
