package outturn.cli.csv;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How far the periods of a file are from each other.
record Step(PeriodForm form, ChronoUnit unit, long length) {
  private static final int DAYS_OF_A_WEEK = 7;
  private static final int MONTHS_OF_A_QUARTER = 3;
  private static final int MONTHS_OF_A_YEAR = 12;

  /// The distance that most neighbours have; of equally many the shortest.
  static Step of(PeriodForm form, List<LocalDate> starts) {
    var unit = unit(form, starts);
    var length =
        IntStream.range(1, starts.size())
            .mapToObj(i -> number(unit, starts.get(i)) - number(unit, starts.get(i - 1)))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
            .entrySet()
            .stream()
            .max(
                Map.Entry.<Long, Long>comparingByValue()
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .orElse(1L);
    return new Step(form, unit, length);
  }

  /// Days that are all the same of their month, or all its last, are months.
  private static ChronoUnit unit(PeriodForm form, List<LocalDate> starts) {
    var monthly =
        form == PeriodForm.DAY
            && starts.size() > 1
            && (starts.stream().map(LocalDate::getDayOfMonth).distinct().count() == 1
                || starts.stream().allMatch(day -> day.plusDays(1).getDayOfMonth() == 1));
    return monthly ? ChronoUnit.MONTHS : form.unit();
  }

  boolean isBetween(LocalDate one, LocalDate next) {
    return number(unit, next) - number(unit, one) == length;
  }

  /// So many steps after a period.
  LocalDate after(LocalDate period, int steps) {
    return period.plus(steps * length, unit);
  }

  /// The last day of its month, where periods are months or more.
  LocalDate toEndOfMonth(LocalDate day) {
    return unit == ChronoUnit.MONTHS ? day.withDayOfMonth(day.lengthOfMonth()) : day;
  }

  /// `month`, `2 weeks`.
  String words() {
    return switch (unit) {
      case MONTHS -> length == MONTHS_OF_A_QUARTER ? "quarter" : months();
      case DAYS ->
          length % DAYS_OF_A_WEEK == 0
              ? many(length / DAYS_OF_A_WEEK, "week")
              : many(length, "day");
      default -> many(length, form == PeriodForm.INDEX ? "row" : "year");
    };
  }

  private String months() {
    return length % MONTHS_OF_A_YEAR == 0
        ? many(length / MONTHS_OF_A_YEAR, "year")
        : many(length, "month");
  }

  private static String many(long count, String one) {
    return count == 1 ? one : "%d %ss".formatted(count, one);
  }

  private static long number(ChronoUnit unit, LocalDate day) {
    return switch (unit) {
      case MONTHS -> day.getYear() * (long) MONTHS_OF_A_YEAR + day.getMonthValue();
      case DAYS -> day.toEpochDay();
      default -> day.getYear();
    };
  }
}
