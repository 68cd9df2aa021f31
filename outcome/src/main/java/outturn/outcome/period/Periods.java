package outturn.outcome.period;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import outturn.definition.measure.Measure.Cadence;
import outturn.definition.measure.Measure.Rhythm;

/// The periods of a cadence, each named by its first day; weeks are those of ISO 8601, from Monday.
public record Periods(Cadence cadence) {
  private static final int MONTHS_OF_A_QUARTER = 3;

  /// The first day of the period that a date is in.
  public LocalDate of(LocalDate date) {
    return switch (cadence) {
      case DAILY -> date;
      case WEEKLY -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTHLY -> date.withDayOfMonth(1);
      case QUARTERLY -> {
        int month = date.getMonth().firstMonthOfQuarter().getValue();
        yield LocalDate.of(date.getYear(), month, 1);
      }
      case YEARLY -> LocalDate.of(date.getYear(), Month.JANUARY, 1);
    };
  }

  public boolean isStart(LocalDate date) {
    return of(date).equals(date);
  }

  /// The period so many after this one; before it where the number is negative.
  public LocalDate plus(LocalDate period, long count) {
    var start = of(period);
    return switch (cadence) {
      case DAILY -> start.plusDays(count);
      case WEEKLY -> start.plusWeeks(count);
      case MONTHLY -> start.plusMonths(count);
      case QUARTERLY -> start.plusMonths(MONTHS_OF_A_QUARTER * count);
      case YEARLY -> start.plusYears(count);
    };
  }

  public LocalDate next(LocalDate period) {
    return plus(period, 1);
  }

  public LocalDate previous(LocalDate period) {
    return plus(period, -1);
  }

  /// How many periods lie from the one that a date is in to the one that another is in; negative
  /// when the second is before the first.
  public int distance(LocalDate from, LocalDate to) {
    return switch (cadence) {
      case DAILY -> (int) ChronoUnit.DAYS.between(from, to);
      case WEEKLY -> (int) ChronoUnit.WEEKS.between(of(from), of(to));
      case MONTHLY -> (int) ChronoUnit.MONTHS.between(of(from), of(to));
      case QUARTERLY -> (int) ChronoUnit.MONTHS.between(of(from), of(to)) / MONTHS_OF_A_QUARTER;
      case YEARLY -> to.getYear() - from.getYear();
    };
  }

  /// The last day of a period.
  public LocalDate lastDay(LocalDate period) {
    return next(period).minusDays(1);
  }

  /// The first period that begins on a date or after it.
  public LocalDate from(LocalDate date) {
    return isStart(date) ? date : next(date);
  }

  /// The periods from one to another, both included; none when the second is before the first.
  public List<LocalDate> between(LocalDate first, LocalDate last) {
    return Stream.iterate(of(first), period -> !period.isAfter(last), this::next).toList();
  }

  /// The periods that lie wholly in a span of days, first and last day included.
  public List<LocalDate> within(LocalDate firstDay, LocalDate lastDay) {
    return between(from(firstDay), lastDay).stream()
        .filter(period -> !lastDay(period).isAfter(lastDay))
        .toList();
  }

  /// The last period whose value is known at an instant: it has ended, and the lag after it too.
  public LocalDate lastKnown(Instant at, Rhythm rhythm) {
    var period = of(LocalDate.ofInstant(at, rhythm.timezone()));
    while (!isKnown(period, at, rhythm)) period = previous(period);
    return period;
  }

  /// Whether a period has ended at an instant, and the lag after it too.
  public boolean isKnown(LocalDate period, Instant at, Rhythm rhythm) {
    var end = next(period).atStartOfDay(rhythm.timezone()).toInstant();
    return !end.plus(rhythm.lag()).isAfter(at);
  }

  /// How many periods make a season: weekdays for days, else a year. None has less than two.
  public int cycle() {
    return switch (cadence) {
      case DAILY -> 7;
      case WEEKLY -> 52;
      case MONTHLY -> 12;
      case QUARTERLY -> 4;
      case YEARLY -> 1;
    };
  }

  /// A period for people: `2 Mar 2026`, `week of 2 Mar 2026`, `Mar 2026`, `Q1 2026`, `2026`.
  public String label(LocalDate period) {
    return switch (cadence) {
      case DAILY -> Dates.shortly(period);
      case WEEKLY -> "week of " + Dates.shortly(period);
      case MONTHLY -> Dates.month(period);
      case QUARTERLY -> "Q%d %d".formatted((period.getMonthValue() + 2) / 3, period.getYear());
      case YEARLY -> Integer.toString(period.getYear());
    };
  }

  /// What one is called: `week`.
  public String word() {
    return switch (cadence) {
      case DAILY -> "day";
      case WEEKLY -> "week";
      case MONTHLY -> "month";
      case QUARTERLY -> "quarter";
      case YEARLY -> "year";
    };
  }

  /// So many: `1 week`, `8 weeks`.
  public String count(long count) {
    return count == 1 ? "1 " + word() : "%,d %ss".formatted(count, word());
  }
}
