package outturn.outcome.confirm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import outturn.definition.measure.Measure;
import outturn.outcome.amount.Units;
import outturn.outcome.period.Periods;

/// What was measured of people who work in the new way.
///
/// @param values by the first day of their period; of a hundred where the unit is percent, else
///   shares
public record Adopted(Measure measure, SortedMap<LocalDate, Double> values) {
  private static final double HUNDRED = 100;

  /// The share in each period of a plan from a start on, as long as it was measured.
  List<Double> shares(PlanTime time, LocalDate start) {
    var own = new Periods(measure.rhythm().cadence());
    var shares = new ArrayList<Double>();
    for (var period = time.rhythm().of(start); ; period = time.rhythm().next(period)) {
      var there = values.headMap(period.plusDays(1));
      boolean isMeasured = !there.isEmpty() && !own.of(period).isAfter(own.of(values.lastKey()));
      if (!isMeasured) return shares;
      double value = List.copyOf(there.values()).getLast();
      double share = Units.isPercent(measure.quantity()) ? value / HUNDRED : value;
      shares.add(Math.clamp(share, 0.0, 1.0));
    }
  }
}
