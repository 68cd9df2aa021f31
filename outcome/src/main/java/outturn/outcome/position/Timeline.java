package outturn.outcome.position;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.outcome.period.Periods;
import outturn.outcome.quality.Quality;

/// Values on their periods, from the first to the last one, with gaps where a period has none.
///
/// @param periods first days
/// @param strangers how many values were left out, as they do not begin a period
record Timeline(Periods rhythm, List<LocalDate> periods, Series series, int strangers) {

  /// @param quality values that do not count leave gaps
  /// @param first the series begins here if it would begin later
  static Timeline of(Quality quality, LocalDate first) {
    var rhythm = quality.periods();
    var all = new TreeMap<>(quality.observed());
    int found = all.size();
    all.keySet().removeIf(date -> !rhythm.isStart(date));
    int strangers = found - all.size();
    if (all.isEmpty()) return new Timeline(rhythm, List.of(), Series.of(), strangers);
    var start = first.isBefore(all.firstKey()) ? rhythm.of(first) : all.firstKey();
    var periods = rhythm.between(start, all.lastKey());
    return new Timeline(rhythm, periods, series(periods, quality.counted()), strangers);
  }

  private static Series series(List<LocalDate> periods, SortedMap<LocalDate, Double> values) {
    return Series.of(
        periods.stream().mapToDouble(period -> values.getOrDefault(period, Double.NaN)).toArray());
  }

  boolean isEmpty() {
    return periods.isEmpty();
  }

  int size() {
    return periods.size();
  }

  /// The place of the period that a date is in; negative before the first one, and it may lie
  /// behind the last one.
  int index(LocalDate date) {
    return rhythm.distance(periods.getFirst(), date);
  }

  /// The part of a span of days that is here.
  Optional<Window> window(LocalDate firstDay, LocalDate lastDay) {
    var within = rhythm.within(firstDay, lastDay);
    if (isEmpty() || within.isEmpty()) return Optional.empty();
    int from = Math.max(0, index(within.getFirst()));
    int to = Math.min(size(), index(within.getLast()) + 1);
    return from < to ? Optional.of(new Window(from, to)) : Optional.empty();
  }

  /// The values that do not count, on the same periods.
  Series excluded(Quality quality) {
    double[] values = new double[size()];
    Arrays.fill(values, Double.NaN);
    for (var each : quality.excluded()) {
      if (rhythm.isStart(each.period())) values[index(each.period())] = each.value();
    }
    return Series.of(values);
  }

  /// The place of the last period with a value that counts; negative for none.
  int last() {
    int index = size() - 1;
    while (index >= 0 && series.isMissing(index)) index--;
    return index;
  }

  /// The same periods with other values in place of some.
  Series with(SortedMap<LocalDate, Double> others) {
    if (isEmpty()) return series;
    double[] values = series.toArray();
    others.forEach((period, value) -> {
      int at = index(period);
      if (at >= 0 && at < values.length) values[at] = value;
    });
    return Series.of(values);
  }
}
