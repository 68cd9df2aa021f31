package outturn.definition.survey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The days on which a survey is asked by itself.
///
/// @param from the first of them; those after it are counted from it, so that the 31st stays the
///   last day of shorter months
public record WaveDates(Cadence cadence, LocalDate from) {

  /// How often.
  public enum Cadence {
    WEEKLY(0, 7),
    MONTHLY(1, 28),
    QUARTERLY(3, 89),
    HALF_YEARLY(6, 181),
    YEARLY(12, 365);

    private final int months;
    private final int shortest;

    Cadence(int months, int shortest) {
      this.months = months;
      this.shortest = shortest;
    }

    /// The fewest days from one wave to the next.
    int shortest() {
      return shortest;
    }
  }

  /// The latest one up to a day, which counts; empty before the first.
  public Optional<LocalDate> latest(LocalDate day) {
    if (day.isBefore(from)) return Optional.empty();
    return Optional.of(at(count(day)));
  }

  /// The first one after a day.
  public LocalDate next(LocalDate day) {
    return day.isBefore(from) ? from : at(count(day) + 1);
  }

  /// How many lie between the first and a day that is not before it.
  private long count(LocalDate day) {
    long count =
        cadence == Cadence.WEEKLY
            ? ChronoUnit.WEEKS.between(from, day)
            : ChronoUnit.MONTHS.between(from, day) / cadence.months;
    return at(count + 1).isAfter(day) ? count : count + 1;
  }

  private LocalDate at(long count) {
    return cadence == Cadence.WEEKLY
        ? from.plusWeeks(count)
        : from.plusMonths(count * cadence.months);
  }
}
