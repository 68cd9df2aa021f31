package outturn.charts.axis;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outturn.charts.svg.TextWidth;

/// A time scale over period starts, each at its true distance.
public final class DateAxis {
  /// A label under the axis: a first line, and a second where the year is to be told.
  public record Tick(LocalDate date, String label, String year) {}

  private static final double GAP = 14;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final int[] DAY_STEPS = {1, 2, 7, 14};
  private static final int[] MONTH_STEPS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};

  private final List<LocalDate> periods;
  private final double left;
  private final double right;
  private final double inset;

  /// A scale from `left` to `right` pixels, half a period of room at both ends.
  public DateAxis(List<LocalDate> periods, double left, double right) {
    this.periods = List.copyOf(periods);
    this.left = left;
    this.right = right;
    this.inset = Math.min(12, (right - left) / (2.0 * Math.max(1, periods.size())));
  }

  /// Pixels of a date; dates before the first and after the last period lie at the ends.
  public double x(LocalDate date) {
    if (periods.size() < 2) {
      return (left + right) / 2;
    }
    double days = ChronoUnit.DAYS.between(periods.getFirst(), periods.getLast());
    double along = ChronoUnit.DAYS.between(periods.getFirst(), date) / days;
    double x = left + inset + along * (right - left - 2 * inset);
    return Math.clamp(x, left, right);
  }

  public double x(int period) {
    return x(periods.get(period));
  }

  /// Pixels between neighbours on average.
  public double spacing() {
    return (right - left - 2 * inset) / Math.max(1, periods.size() - 1);
  }

  /// The border before a period: midway to the one before, or the end of the scale.
  public double border(int period) {
    if (period == 0) {
      return left;
    }
    return period >= periods.size() ? right : (x(period - 1) + x(period)) / 2;
  }

  /// Round dates, as close as their labels allow.
  public List<Tick> ticks(double fontSize) {
    if (periods.isEmpty()) {
      return List.of();
    }
    if (Cadence.of(periods).compareTo(Cadence.MONTHS) < 0) {
      for (int step : DAY_STEPS) {
        List<Tick> ticks = dayTicks(step);
        if (fit(ticks, fontSize)) {
          return ticks;
        }
      }
    }
    int finest = Cadence.of(periods) == Cadence.YEARS ? 12 : 1;
    List<Tick> ticks = List.of();
    for (int step : MONTH_STEPS) {
      ticks = step < finest ? ticks : monthTicks(step);
      if (step >= finest && fit(ticks, fontSize)) {
        return ticks;
      }
    }
    return ticks;
  }

  private List<Tick> dayTicks(int step) {
    List<Tick> ticks = new ArrayList<>();
    LocalDate date = periods.getFirst();
    while (!date.isAfter(periods.getLast())) {
      ticks.add(new Tick(date, DAY.format(date), year(ticks, date)));
      date = date.plusDays(step);
    }
    return ticks;
  }

  private List<Tick> monthTicks(int step) {
    List<Tick> ticks = new ArrayList<>();
    LocalDate first = periods.getFirst();
    LocalDate month = first.withDayOfMonth(1);
    if (month.isBefore(first)) {
      month = month.plusMonths(1);
    }
    while (Math.floorMod(month.getYear() * 12 + month.getMonthValue() - 1, step) != 0) {
      month = month.plusMonths(1);
    }
    while (!month.isAfter(periods.getLast())) {
      boolean years = step % 12 == 0;
      String label = years ? Integer.toString(month.getYear()) : MONTH.format(month);
      ticks.add(new Tick(month, label, years ? "" : year(ticks, month)));
      month = month.plusMonths(step);
    }
    return ticks;
  }

  private static String year(List<Tick> before, LocalDate date) {
    boolean known = !before.isEmpty() && before.getLast().date().getYear() == date.getYear();
    return known ? "" : Integer.toString(date.getYear());
  }

  private boolean fit(List<Tick> ticks, double fontSize) {
    for (int i = 1; i < ticks.size(); i++) {
      double room = x(ticks.get(i).date()) - x(ticks.get(i - 1).date());
      if (room < (width(ticks.get(i), fontSize) + width(ticks.get(i - 1), fontSize)) / 2 + GAP) {
        return false;
      }
    }
    return true;
  }

  private static double width(Tick tick, double fontSize) {
    return Math.max(TextWidth.of(tick.label(), fontSize), TextWidth.of(tick.year(), fontSize));
  }
}
