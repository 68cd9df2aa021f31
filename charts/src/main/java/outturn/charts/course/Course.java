package outturn.charts.course;

import java.time.LocalDate;
import java.util.List;
import outturn.charts.axis.Cadence;
import outturn.charts.control.Caption;
import outturn.evidence.series.Series;

/// A measure over its periods.
///
/// @param unit as written above the axis, such as "visits, one value each week"
/// @param periods the first day of each period, strictly ascending, one for each value
public record Course(Caption caption, String unit, List<LocalDate> periods, Series values) {
  public Course {
    periods = List.copyOf(periods);
    if (periods.size() != values.size()) {
      throw new IllegalArgumentException(
          "%d periods for %d values; expected as many".formatted(periods.size(), values.size()));
    }
    for (int i = 1; i < periods.size(); i++) {
      if (!periods.get(i - 1).isBefore(periods.get(i))) {
        throw new IllegalArgumentException(
            "periods must ascend, but %s follows %s".formatted(periods.get(i), periods.get(i - 1)));
      }
    }
  }

  /// A period as people write it, such as "March 1983".
  String name(int period) {
    return Cadence.of(periods).name(periods.get(period));
  }

  /// Such as "48 months from January 2021 to December 2024, 2 of them without a value."
  String span() {
    if (periods.isEmpty()) {
      return "No periods.";
    }
    int missing = values.size() - values.count();
    return "%d %s from %s to %s%s."
        .formatted(
            values.size(),
            Cadence.of(periods).plural(),
            name(0),
            name(periods.size() - 1),
            missing == 0 ? "" : ", %d of them without a value".formatted(missing));
  }
}
