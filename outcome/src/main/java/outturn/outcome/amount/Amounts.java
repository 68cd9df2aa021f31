package outturn.outcome.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import outturn.definition.measure.Measure;
import outturn.outcome.period.Periods;

/// Writes the amounts of a measure for people: three or four digits that matter, thousands grouped,
/// with the unit, and with the period where it is an amount a period.
public final class Amounts {
  private static final double HUNDRED = 100;

  private final Measure measure;

  public Amounts(Measure measure) {
    this.measure = measure;
  }

  /// An amount with its unit: `71 %`, `1,361 drivers a month`.
  public String full(double amount) {
    return number(amount, amount) + unit() + perPeriod();
  }

  /// An amount beside another one that has the unit: `1,638`, or `71 %` where the unit is percent.
  public String brief(double amount) {
    return number(amount, amount) + (isPercent() ? unit() : "");
  }

  /// How much an amount is above or below another, read from the rounded amounts, so that they add
  /// up: `277 fewer (17 %)`, `14 points higher`; nothing when they are equal as written.
  public String difference(double before, double after) {
    var rounded = rounded(after, after).subtract(rounded(before, before));
    if (rounded.signum() == 0) return "";
    double size = Math.abs(rounded.doubleValue());
    var words = text(rounded.abs()) + (isPercent() ? points(size) : "") + " " + direction(rounded);
    return isPercent() || before == 0 ? words : words + share(size, before);
  }

  /// A size of a change: `2 points`, `20 drivers`.
  public String change(double size) {
    return number(size, size) + (isPercent() ? points(size) : unit());
  }

  /// A change that lies between two sizes: `12 to 49 drivers a month`, `2 to 5 points`.
  public String changes(double least, double most) {
    return number(least, least) + " to " + number(most, most) + unitOfChange(most);
  }

  /// The same with signs: `−3 to +12 points`.
  public String signedChanges(double low, double high) {
    return signed(low) + " to " + signed(high) + unitOfChange(high);
  }

  private static String signed(double amount) {
    return (amount > 0 ? "+" : "") + number(amount, amount);
  }

  private String unitOfChange(double size) {
    return isPercent() ? points(size) : unit() + perPeriod();
  }

  private static String points(double size) {
    return size == 1 ? " point" : " points";
  }

  private String direction(BigDecimal difference) {
    boolean more = difference.signum() > 0;
    return switch (measure.quantity().type()) {
      case COUNT -> more ? "more" : "fewer";
      case RATE, PROPORTION, MEAN, DURATION, MONEY, SCORE, NPS -> more ? "higher" : "lower";
    };
  }

  private static String share(double size, double before) {
    double percent = HUNDRED * size / Math.abs(before);
    return percent < 1 ? " (less than 1 %)" : " (%,.0f %%)".formatted(percent);
  }

  private boolean isPercent() {
    return Units.isPercent(measure.quantity());
  }

  private String unit() {
    if (isPercent()) return "\u00A0%";
    return measure.quantity().unit().map(unit -> " " + unit).orElse("");
  }

  /// Counts and money flow; a unit that says so itself is left as it is.
  private String perPeriod() {
    var unit = measure.quantity().unit().orElse("").toLowerCase(Locale.ROOT);
    if (unit.contains(" a ") || unit.contains(" per ") || unit.contains("/")) return "";
    return switch (measure.quantity().type()) {
      case COUNT, MONEY -> " a " + new Periods(measure.rhythm().cadence()).word();
      case RATE, PROPORTION, MEAN, DURATION, SCORE, NPS -> "";
    };
  }

  private static String number(double amount, double scale) {
    return text(rounded(amount, scale));
  }

  private static BigDecimal rounded(double amount, double scale) {
    double size = Math.abs(scale);
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return BigDecimal.valueOf(amount).setScale(decimals, RoundingMode.HALF_UP);
  }

  private static String text(BigDecimal amount) {
    var format = new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(amount).replace('-', '\u2212');
  }
}
