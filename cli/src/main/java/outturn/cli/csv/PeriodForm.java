package outturn.cli.csv;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How a period may be written.
enum PeriodForm {
  DAY("(\\d{4})-(\\d{2})-(\\d{2})"),
  MONTH("(\\d{4})-(\\d{2})"),
  QUARTER("(\\d{4})-?[Qq]([1-4])"),
  /// ISO 8601: the week with the year's first Thursday is its first.
  WEEK("(\\d{4})-?[Ww](\\d{2})"),
  YEAR("(\\d{4})"),
  /// A number of a row, such as 1, 2, 3.
  INDEX("-?\\d{1,6}");

  static final String EXAMPLES = "1983-02, 1983-02-01, 1983-Q1, 1983-W05, 1983 or numbers in order";

  private final Pattern shape;

  PeriodForm(String shape) {
    this.shape = Pattern.compile(shape);
  }

  /// The first form that a text has; four digits are a year.
  static Optional<PeriodForm> of(String text) {
    return Arrays.stream(values()).filter(form -> form.first(text).isPresent()).findFirst();
  }

  /// The first day of the period that a text names, if it has this form. The number of a row is
  /// told by the year.
  Optional<LocalDate> first(String text) {
    var found = shape.matcher(text);
    if (!found.matches()) return Optional.empty();
    try {
      return Optional.of(
          switch (this) {
            case DAY -> LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
            case MONTH -> LocalDate.of(number(found, 1), number(found, 2), 1);
            case QUARTER -> LocalDate.of(number(found, 1), number(found, 2) * 3 - 2, 1);
            case WEEK -> monday(number(found, 1), number(found, 2));
            case YEAR -> LocalDate.of(number(found, 1), 1, 1);
            case INDEX -> LocalDate.of(Integer.parseInt(text), 1, 1);
          });
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /// The first day of the next period.
  LocalDate next(LocalDate first) {
    return switch (this) {
      case DAY -> first.plusDays(1);
      case MONTH -> first.plusMonths(1);
      case QUARTER -> first.plusMonths(3);
      case WEEK -> first.plusWeeks(1);
      case YEAR, INDEX -> first.plusYears(1);
    };
  }

  /// What the distance of periods is counted in.
  ChronoUnit unit() {
    return switch (this) {
      case DAY, WEEK -> ChronoUnit.DAYS;
      case MONTH, QUARTER -> ChronoUnit.MONTHS;
      case YEAR, INDEX -> ChronoUnit.YEARS;
    };
  }

  /// A period that begins on a day, as it is written.
  String text(LocalDate first) {
    return switch (this) {
      case DAY -> first.toString();
      case MONTH -> "%04d-%02d".formatted(first.getYear(), first.getMonthValue());
      case QUARTER -> "%04d-Q%d".formatted(first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
      case WEEK ->
          "%04d-W%02d"
              .formatted(
                  first.get(IsoFields.WEEK_BASED_YEAR),
                  first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case YEAR -> "%04d".formatted(first.getYear());
      case INDEX -> Integer.toString(first.getYear());
    };
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static LocalDate monday(int year, int week) {
    var monday = LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(week - 1);
    if (monday.get(IsoFields.WEEK_BASED_YEAR) == year) return monday;
    throw new DateTimeException("%d has no week %d".formatted(year, week));
  }
}
