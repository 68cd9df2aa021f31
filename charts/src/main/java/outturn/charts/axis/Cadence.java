package outturn.charts.axis;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How often a measure has a value, read from its period starts.
public enum Cadence {
  DAYS("days", 0),
  WEEKS("weeks", 7),
  MONTHS("months", 28),
  QUARTERS("quarters", 85),
  YEARS("years", 360);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private final String plural;
  private final int leastDays;

  Cadence(String plural, int leastDays) {
    this.plural = plural;
    this.leastDays = leastDays;
  }

  /// By the middle distance between neighbours; days for fewer than two periods.
  public static Cadence of(List<LocalDate> periods) {
    if (periods.size() < 2) {
      return DAYS;
    }
    long[] gaps = new long[periods.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = ChronoUnit.DAYS.between(periods.get(i), periods.get(i + 1));
    }
    Arrays.sort(gaps);
    long middle = gaps[gaps.length / 2];
    Cadence found = DAYS;
    for (Cadence cadence : values()) {
      found = middle >= cadence.leastDays ? cadence : found;
    }
    return found;
  }

  /// "days", "weeks", ...
  public String plural() {
    return plural;
  }

  /// The name of a period, such as "March 1983" or "7 Mar 1983".
  public String name(LocalDate period) {
    return switch (this) {
      case DAYS, WEEKS -> day(period);
      case MONTHS -> MONTH.format(period);
      case QUARTERS -> "Q%d %d".formatted((period.getMonthValue() + 2) / 3, period.getYear());
      case YEARS -> Integer.toString(period.getYear());
    };
  }

  /// The same in at most eleven characters, such as "Mar 1983" or "7 Mar 1983".
  public String shortName(LocalDate period) {
    return switch (this) {
      case DAYS, WEEKS -> day(period);
      case MONTHS -> SHORT_MONTH.format(period);
      case QUARTERS, YEARS -> name(period);
    };
  }

  /// A date, such as "31 Jan 1983".
  public static String day(LocalDate date) {
    return DAY.format(date);
  }
}
