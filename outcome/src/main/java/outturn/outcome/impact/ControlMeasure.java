package outturn.outcome.impact;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.measure.Measure;

/// A measure that the intervention does not reach.
///
/// @param values in the measure's unit, by the first day of their period
public record ControlMeasure(Measure measure, SortedMap<LocalDate, Double> values) {
  public ControlMeasure {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
