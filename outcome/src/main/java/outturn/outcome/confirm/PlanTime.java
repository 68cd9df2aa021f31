package outturn.outcome.confirm;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import outturn.outcome.period.Periods;

/// Dates and durations in periods of a plan.
///
/// @param first the first period after the baseline, which is period 0
record PlanTime(Periods rhythm, LocalDate first) {
  private static final double DAYS_OF_A_YEAR = 365.25;
  private static final double SECONDS_OF_A_DAY = 86_400;

  /// When a date is, with the part of its period that has passed.
  double at(LocalDate date) {
    var period = rhythm.of(date);
    double passed = ChronoUnit.DAYS.between(period, date);
    double all = ChronoUnit.DAYS.between(period, rhythm.next(period));
    return rhythm.distance(first, period) + passed / all;
  }

  /// How many periods a duration is, on average.
  double length(Duration duration) {
    double days =
        switch (rhythm.cadence()) {
          case DAILY -> 1;
          case WEEKLY -> 7;
          case MONTHLY -> DAYS_OF_A_YEAR / 12;
          case QUARTERLY -> DAYS_OF_A_YEAR / 4;
          case YEARLY -> DAYS_OF_A_YEAR;
        };
    return duration.toSeconds() / SECONDS_OF_A_DAY / days;
  }
}
