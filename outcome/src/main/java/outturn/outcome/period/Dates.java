package outturn.outcome.period;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates as people write them, in English.
public final class Dates {
  private static final DateTimeFormatter SHORT = formatter("d MMM uuuu");
  private static final DateTimeFormatter LONG = formatter("d MMMM uuuu");
  private static final DateTimeFormatter MONTH = formatter("MMM uuuu");
  private static final DateTimeFormatter WHOLE_MONTH = formatter("MMMM uuuu");

  private Dates() {}

  /// `2 Mar 2026`.
  public static String shortly(LocalDate date) {
    return SHORT.format(date);
  }

  /// `2 March 2026`.
  public static String fully(LocalDate date) {
    return LONG.format(date);
  }

  /// `Mar 2026`.
  public static String month(LocalDate date) {
    return MONTH.format(date);
  }

  /// A day by which something is to be: `March 2027` for the last day of a month, else the day.
  public static String by(LocalDate date) {
    return date.getDayOfMonth() == date.lengthOfMonth() ? WHOLE_MONTH.format(date) : fully(date);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
