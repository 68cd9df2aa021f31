package outturn.outcome.impact;

import java.time.LocalDate;
import java.util.List;
import outturn.evidence.series.Series;

/// Observed values beside what would have been, for a chart; in the unit of the measure.
///
/// @param periods first days, without gaps, one for each value
/// @param start place of the first period that the intervention can have affected
/// @param observed as they were read: of segments their mean
/// @param expected without the intervention; from `start` on only
/// @param lower bound of the interval of each expected value; missing where the design has none
/// @param upper likewise
public record Course(
    List<LocalDate> periods,
    int start,
    Series observed,
    Series expected,
    Series lower,
    Series upper) {
  public Course {
    periods = List.copyOf(periods);
  }
}
