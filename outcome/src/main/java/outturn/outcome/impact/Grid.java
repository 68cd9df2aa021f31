package outturn.outcome.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import outturn.definition.change.Change;
import outturn.evidence.series.Series;
import outturn.outcome.period.Periods;

/// The periods of a study, up to the last one that is read, and where the intervention lies.
///
/// @param periods first days, without gaps
/// @param values of the measure, missing where a value failed a check
/// @param at place of the first period that the intervention can have affected
/// @param after place of the first one that counts as after
record Grid(
    Change intervention,
    Periods rhythm,
    List<LocalDate> periods,
    Series values,
    int at,
    int after,
    When when) {
  Grid {
    periods = List.copyOf(periods);
  }

  /// @param review the one that is read, or else the next one
  /// @param planned how many periods after the transition are known on that day; 0 without one
  record When(Kind kind, Optional<LocalDate> review, int planned) {}

  int size() {
    return periods.size();
  }

  int transition() {
    return after - at;
  }

  LocalDate last() {
    return periods.getLast();
  }

  /// Other values on the same periods.
  Series align(SortedMap<LocalDate, Double> others) {
    return Series.of(
        periods.stream().mapToDouble(period -> others.getOrDefault(period, Double.NaN)).toArray());
  }

  /// Valid values among the periods `from` to `to`, exclusive.
  int count(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (!values.isMissing(i)) count++;
    }
    return count;
  }
}
